package dev.mediagen.tts;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import java.util.List;

/// What a provider is asked to speak in one call.
///
/// @param request what the caller asked for; its text may be longer than this order's
/// @param text exactly as the caller sent it, or one chunk of it
/// @param voice resolved for this provider: `id` is the provider's own
/// @param before the text before this chunk, or null
/// @param after the text after this chunk, or null
/// @param previousRequestIds [Speech#requestId] of the chunks before, the latest last; empty when they are unknown
/// @param chunked whether the audio is joined with others: what is joined should not have been compressed
public record SpeechOrder(
        SpeechRequested request,
        String text,
        Voice voice,
        String before,
        String after,
        List<String> previousRequestIds,
        boolean chunked) {

    /// A whole text in one call.
    public static SpeechOrder whole(SpeechRequested request, String text, Voice voice) {
        return new SpeechOrder(request, text, voice, null, null, List.of(), false);
    }
}
