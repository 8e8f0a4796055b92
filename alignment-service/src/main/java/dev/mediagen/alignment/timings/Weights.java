package dev.mediagen.alignment.timings;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import dev.mediagen.alignment.text.SourceText;
import java.text.Normalizer;

/// How long a cluster takes to speak, relative to an average Latin letter.
public final class Weights {
    private static final String VOWELS = "aeiouyæøœıаеёиоуыэюяіїєαεηιουωάέήίόύώ";
    private static final double VOWEL = 1.25;
    private static final double CONSONANT = 0.9;
    /// A digit is a whole word to the ear.
    private static final double DIGIT = 4;
    private static final double SIGN = 5;
    private static final double IDEOGRAPH = 3.2;
    private static final double SYLLABLE = 2.6;
    private static final double KANA = 2;

    private Weights() {}

    public static double of(SourceText text, int cluster) {
        if (!text.isSpoken(cluster)) {
            return 0;
        }
        int codePoint = text.cluster(cluster).codePointAt(0);
        if (UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)) {
            return 0.1;
        }
        if (UCharacter.isDigit(codePoint)) {
            return DIGIT;
        }
        return UCharacter.isLetter(codePoint) ? letter(codePoint) : SIGN;
    }

    private static double letter(int codePoint) {
        return switch (UScript.getScript(codePoint)) {
            case UScript.HAN -> IDEOGRAPH;
            case UScript.HANGUL -> SYLLABLE;
            case UScript.HIRAGANA, UScript.KATAKANA -> KANA;
            case UScript.LATIN, UScript.CYRILLIC, UScript.GREEK ->
                VOWELS.indexOf(plain(codePoint)) >= 0 ? VOWEL : CONSONANT;
            default -> 1.1;
        };
    }

    /// Lower case without a Latin accent.
    private static int plain(int codePoint) {
        String folded =
                Normalizer.normalize(Character.toString(UCharacter.toLowerCase(codePoint)), Normalizer.Form.NFD);
        return folded.codePointAt(0);
    }
}
