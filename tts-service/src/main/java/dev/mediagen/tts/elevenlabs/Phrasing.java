package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.tts.SpeechOrder;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// An order in ElevenLabs' words, without what the model would not understand.
///
/// @param warnings what was left out
record Phrasing(ElevenLabsSpeechPayload.Body body, List<String> warnings) {
    private static final BigInteger LARGEST_SEED = BigInteger.valueOf(4_294_967_295L);

    /// Its family takes no context, and of the settings only the stability.
    static boolean isV3(String model) {
        return model.startsWith("eleven_v3");
    }

    /// @param previousIds of the chunks before; empty: their text is sent instead
    static Phrasing of(SpeechOrder order, String model, List<String> previousIds) {
        var request = order.request();
        var warnings = new ArrayList<String>();
        boolean context = !isV3(model);
        var body = new ElevenLabsSpeechPayload.Body(
                order.text(),
                model,
                language(request.languageCode(), model, warnings),
                isV3(model) ? stabilityOnly(request, warnings) : settings(request),
                seed(request.seed(), warnings),
                context && previousIds.isEmpty() ? order.before() : null,
                context ? order.after() : null,
                context && !previousIds.isEmpty() ? previousIds : null);
        return new Phrasing(body, List.copyOf(warnings));
    }

    private static ElevenLabsSpeechPayload.VoiceSettings settings(SpeechRequested request) {
        return new ElevenLabsSpeechPayload.VoiceSettings(
                request.stability(),
                request.similarityBoost(),
                request.style(),
                request.speed(),
                request.useSpeakerBoost());
    }

    private static ElevenLabsSpeechPayload.VoiceSettings stabilityOnly(SpeechRequested request, List<String> warnings) {
        double nearest = Math.round(request.stability() * 2) / 2.0;
        if (nearest != request.stability())
            warnings.add("elevenlabs: eleven_v3 knows the stabilities 0, 0.5 and 1, %s was taken".formatted(nearest));
        var others = new ArrayList<String>();
        if (request.similarityBoost() != 0.75) others.add("similarityBoost");
        if (request.style() != 0) others.add("style");
        if (request.speed() != 1) others.add("speed");
        if (request.useSpeakerBoost() != null) others.add("useSpeakerBoost");
        if (!others.isEmpty())
            warnings.add("elevenlabs: eleven_v3 does not know " + String.join(", ", others) + ", left out");
        return new ElevenLabsSpeechPayload.VoiceSettings(nearest, null, null, null, null);
    }

    private static String language(String code, String model, List<String> warnings) {
        if (code == null || code.isBlank()) return null;
        if (model.startsWith("eleven_multilingual_v2")) {
            warnings.add("elevenlabs: eleven_multilingual_v2 hears the language from the text, languageCode left out");
            return null;
        }
        return code.strip().split("[-_]")[0].toLowerCase(Locale.ROOT);
    }

    private static Long seed(String seed, List<String> warnings) {
        if (seed == null || seed.isBlank()) return null;
        if (seed.strip().matches("\\d{1,40}")) {
            var number = new BigInteger(seed.strip());
            if (number.compareTo(LARGEST_SEED) <= 0) return number.longValue();
        }
        warnings.add("elevenlabs: seeds are 0 to 4294967295, seed left out");
        return null;
    }
}
