package dev.mediagen.tts;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A text on its way to be spoken. Remembers what was said well, so that saying one chunk again does not mean paying
/// for all again, and what was unfit twice, so that it is not paid for a third time.
///
/// @param live takes the audio while it is made
/// @param paid what tries of the part before were given
record Speaking(
        SpeechRequested request,
        String text,
        PartContext context,
        LiveAudio live,
        Map<Place, Said> said,
        Map<Place, ProviderException> unfit,
        PaidChunks paid) {
    /// @param chunk index of the chunk
    /// @param text of it: a provider may take longer chunks the next time it is asked
    record Place(String provider, int chunk, String text) {}

    Speaking(SpeechRequested request, String text, PartContext context) {
        this(request, text, context, LiveAudio.unheard());
    }

    Speaking(SpeechRequested request, String text, PartContext context, LiveAudio live) {
        this(
                request,
                text,
                context,
                live,
                new ConcurrentHashMap<>(),
                new ConcurrentHashMap<>(),
                new PaidChunks(context));
    }
}
