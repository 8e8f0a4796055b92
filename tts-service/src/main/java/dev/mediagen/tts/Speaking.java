package dev.mediagen.tts;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.PartContext;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A text on its way to be spoken. Remembers what was said well, so that saying one chunk again does not mean paying
/// for all again.
///
/// @param live takes the audio while it is made
record Speaking(SpeechRequested request, String text, PartContext context, LiveAudio live, Map<Place, Said> said) {
    /// @param chunk index of the chunk
    record Place(String provider, int chunk) {}

    Speaking(SpeechRequested request, String text, PartContext context) {
        this(request, text, context, LiveAudio.unheard());
    }

    Speaking(SpeechRequested request, String text, PartContext context, LiveAudio live) {
        this(request, text, context, live, new ConcurrentHashMap<>());
    }
}
