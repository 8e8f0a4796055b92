package dev.mediagen.image.fal;

import dev.mediagen.worker.parts.ProviderException;

/// What was seen of a job.
sealed interface FalLook {
    /// @param running false while it is queued
    record Waiting(boolean running) implements FalLook {}

    record Made(FalImagePayload.Output output) implements FalLook {}

    /// It has ended well, says its status, but its result is answered with an error that may be of the way or of the
    /// model.
    record Doubtful(ProviderException why) implements FalLook {}

    /// It has ended without a picture: there is nothing to resume.
    record Failed(ProviderException why) implements FalLook {}

    /// fal does not know it, or does not any more.
    record Gone() implements FalLook {}
}
