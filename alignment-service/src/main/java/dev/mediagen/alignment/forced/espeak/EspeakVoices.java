package dev.mediagen.alignment.forced.espeak;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which voice of espeak-ng reads a language.
final class EspeakVoices {
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "en", "en-us", "fr", "fr-fr", "zh", "cmn", "no", "nb", "tl", "fil", "iw", "he", "in", "id", "ji", "yi");

    private EspeakVoices() {}

    /// Null when there is none.
    static String voice(String languageCode, Set<String> available) {
        if (languageCode == null || languageCode.isBlank()) {
            return null;
        }
        String code = languageCode.replace('_', '-').toLowerCase(Locale.ROOT);
        String language = code.split("-")[0];
        String preferred = OTHER_NAMES.getOrDefault(language, language);
        if (available.contains(code) && !code.equals(language)) {
            return code;
        }
        return available.contains(preferred) ? preferred : null;
    }
}
