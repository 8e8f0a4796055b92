package dev.mediagen.worker.english;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Words as they are written: plain, accented, abbreviated to capitals, or too odd to be said.
final class Letters {
    private static final int LONGEST_WORD = 24;
    private static final int LONGEST_ACRONYM = 5;
    private static final Set<String> SAID_AS_WORDS = Set.of(
            ("NASA NATO UNICEF UNESCO OPEC FIFA UEFA RAM ROM SIM PIN LASER RADAR SCUBA GIF JPEG COVID AIDS SWAT THE AND NOT YOU"
                            + " ALL FOR ARE BUT CAN HER HIS WAS ONE OUT NEW NOW WHO HOW WHY ANY HAS HAD GET SEE TWO WAY ITS LET SAY"
                            + " SHE TOO USE IN ON AT TO OF IS IT BE BY DO GO HE IF ME MY NO OR SO UP WE AS AN AM OK BIG BAD RED HOT")
                    .split(" "));
    private static final Set<String> SPELLED = Set.of("HTTPS HTTP IEEE CEO EU UAE USAID IOU AOL AI UI UX".split(" "));
    private static final Map<String, String> LIGATURES = Map.of(
            "ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i", "ĸ", "k");
    private static final Map<String, String> INTERJECTIONS = Map.of(
            "hmm", "hum", "mmm", "hum", "brr", "burr", "brrr", "burr", "psst", "pist", "tsk", "tisk", "shh", "shush",
            "zzz", "zizz", "pfft", "pift");

    private Letters() {}

    static List<Rule> rules() {
        return List.of(
                Rule.of(
                        "(?<!\\p{Ll})([\\p{IsLatin}&&\\p{Lu}]{2,}+)(['’]?s)?(?!\\p{L})",
                        match -> capitals(match.group(1), match.group(2) != null)),
                Rule.of("\\p{IsLatin}[\\p{IsLatin}\\p{M}]*(?:['’]\\p{IsLatin}+){0,8}", match -> word(match.group())));
    }

    private static List<String> capitals(String written, boolean many) {
        var plain = ascii(written);
        if (!spelled(plain)) return word(written + (many ? "'s" : ""));
        var letters = new ArrayList<>(spell(plain));
        if (many) letters.add(letters.removeLast() + "'s");
        return letters;
    }

    private static boolean spelled(String capitals) {
        if (SPELLED.contains(capitals)) return true;
        if (capitals.length() > LONGEST_ACRONYM || SAID_AS_WORDS.contains(capitals)) return false;
        return capitals.length() <= 3 || !hasVowel(capitals);
    }

    /// Letter by letter.
    static List<String> spell(String letters) {
        var names = new ArrayList<String>();
        for (char letter : ascii(letters).toLowerCase(Locale.ROOT).toCharArray()) {
            // "a" alone would be said as the article
            if (letter >= 'a' && letter <= 'z') names.add(letter == 'a' ? "ay" : String.valueOf(letter));
        }
        return names;
    }

    static List<String> word(String written) {
        var plain = ascii(written).replace('’', '\'');
        if (plain.isEmpty()) return null;
        var said = INTERJECTIONS.get(plain.toLowerCase(Locale.ROOT));
        if (said != null) return List.of(said);
        if (plain.length() > 1 && !hasVowel(plain)) return spell(plain);
        var pieces = new ArrayList<String>();
        for (int at = 0; at < plain.length(); at += LONGEST_WORD)
            pieces.addAll(piece(plain.substring(at, Math.min(plain.length(), at + LONGEST_WORD))));
        return pieces;
    }

    private static List<String> piece(String letters) {
        return hasVowel(letters) || letters.length() == 1 ? List.of(letters) : spell(letters);
    }

    private static boolean hasVowel(String word) {
        return word.chars().anyMatch(letter -> "aeiouyAEIOUY".indexOf(letter) >= 0);
    }

    /// Accents dropped; letters that have no ASCII form too.
    private static String ascii(String written) {
        var plain = new StringBuilder();
        for (int symbol :
                Normalizer.normalize(written, Normalizer.Form.NFKD).codePoints().toArray()) {
            var text = Character.toString(symbol);
            var lower = LIGATURES.get(text.toLowerCase(Locale.ROOT));
            if (lower != null) plain.append(lower);
            else if (symbol < 128 || symbol == '’') plain.append(text);
        }
        return plain.toString();
    }
}
