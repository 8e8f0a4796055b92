package dev.mediagen.tts;

import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import java.util.function.Consumer;

/// Somebody who can speak a text.
public interface SpeechProvider extends MediaProvider {
    /// The most code points one call takes; longer texts come in chunks.
    ///
    /// @param modelId as the caller wrote it
    int maxTextLength(String modelId);

    /// The model that really speaks for who asks for this one; a result is not found again in the cache once this
    /// has changed.
    ///
    /// @param modelId as the caller wrote it
    default String effectiveModel(String modelId) {
        return modelId;
    }

    /// One call: speaks one chunk. May take minutes; stops soon after the thread is interrupted. It is not tried
    /// again here.
    ///
    /// @throws ProviderException with the code that says whether another try makes sense
    Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException;

    /// The same, for somebody who listens meanwhile. Who cannot stream hands on nothing: the audio is sent when it is
    /// finished.
    ///
    /// @param live takes the audio in the format and quality that were asked for, in order, while it is made
    default Speech speak(SpeechOrder order, PartContext context, Consumer<byte[]> live)
            throws ProviderException, InterruptedException {
        return speak(order, context);
    }
}
