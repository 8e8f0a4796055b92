package dev.mediagen.tts;

import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;

/// Somebody who can make a sound from a description.
public interface SoundEffectProvider extends MediaProvider {
    /// One call. May take minutes; stops soon after the thread is interrupted. It is not tried again here.
    ///
    /// @throws ProviderException with the code that says whether another try makes sense
    Sound make(SoundEffectRequested request, PartContext context) throws ProviderException, InterruptedException;
}
