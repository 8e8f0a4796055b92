package dev.mediagen.alignment.forced;

import com.ibm.icu.lang.UScript;
import dev.mediagen.alignment.text.SourceText;
import java.util.HashMap;
import java.util.Map;

/// Which language to read a text in when nobody said: the most usual one of its script.
final class Languages {
    private static final Map<Integer, String> USUAL = Map.ofEntries(
            Map.entry(UScript.CYRILLIC, "ru"),
            Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.ARABIC, "ar"),
            Map.entry(UScript.HEBREW, "he"),
            Map.entry(UScript.DEVANAGARI, "hi"),
            Map.entry(UScript.BENGALI, "bn"),
            Map.entry(UScript.TAMIL, "ta"),
            Map.entry(UScript.TELUGU, "te"),
            Map.entry(UScript.THAI, "th"),
            Map.entry(UScript.HANGUL, "ko"),
            Map.entry(UScript.HIRAGANA, "ja"),
            Map.entry(UScript.KATAKANA, "ja"),
            Map.entry(UScript.HAN, "zh"),
            Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.ARMENIAN, "hy"));
    private static final String OTHERWISE = "en";

    private Languages() {}

    static String of(SourceText text, String languageCode) {
        if (languageCode != null && !languageCode.isBlank()) {
            return languageCode;
        }
        Map<String, Integer> counts = new HashMap<>();
        text.text()
                .codePoints()
                .filter(Character::isLetter)
                .forEach(letter ->
                        counts.merge(USUAL.getOrDefault(UScript.getScript(letter), OTHERWISE), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(OTHERWISE);
    }
}
