package dev.mediagen.alignment.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;

/// What has a sound of its own: letters, digits, signs such as `$` and `%`, emoji.
final class Spoken {
    private static final String SIGNS = "&@#%‰";
    /// Marks of markup more often than of mathematics.
    private static final String MARKUP = "<>|~";

    private Spoken() {}

    static boolean is(String cluster) {
        return is(cluster, 0, cluster.length());
    }

    static boolean is(String text, int from, int to) {
        for (int at = from; at < to; at += Character.charCount(text.codePointAt(at))) {
            if (is(text.codePointAt(at))) {
                return true;
            }
        }
        return false;
    }

    static boolean is(int codePoint) {
        return UCharacter.isLetterOrDigit(codePoint) || isSign(codePoint);
    }

    /// Not a letter or digit, but read out: "$", "%", "+", an emoji.
    static boolean isSign(int codePoint) {
        if (MARKUP.indexOf(codePoint) >= 0) {
            return false;
        }
        return switch (UCharacter.getType(codePoint)) {
            case ECharacterCategory.CURRENCY_SYMBOL,
                    ECharacterCategory.MATH_SYMBOL,
                    ECharacterCategory.OTHER_SYMBOL,
                    ECharacterCategory.LETTER_NUMBER,
                    ECharacterCategory.OTHER_NUMBER -> true;
            default ->
                SIGNS.indexOf(codePoint) >= 0
                        || UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
        };
    }
}
