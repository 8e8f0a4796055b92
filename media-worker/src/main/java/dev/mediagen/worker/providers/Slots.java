package dev.mediagen.worker.providers;

/// How many calls a provider account takes at once, shared by all replicas.
public interface Slots {
    /// The right to make one call.
    interface Slot {
        /// Gives it back; once.
        void free();
    }

    /// Waits for a slot.
    ///
    /// @param account such as `elevenlabs`; one without a limit has slots for everybody
    Slot take(String account) throws InterruptedException;

    /// What the provider itself says it takes at once (ElevenLabs' `maximum-concurrent-requests`); from then on the
    /// smallest it has said counts instead of the configured number.
    void limit(String account, int atOnce);
}
