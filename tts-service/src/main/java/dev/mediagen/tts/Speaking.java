package dev.mediagen.tts;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.PartContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A text on its way to be spoken. Remembers what was said well, so that saying one chunk again does not mean paying
/// for all again.
record Speaking(SpeechRequested request, String text, PartContext context, Map<Place, Said> said) {
    /// @param chunk index of the chunk
    record Place(String provider, int chunk) {}

    Speaking(SpeechRequested request, String text, PartContext context) {
        this(request, text, context, new ConcurrentHashMap<>());
    }
}
