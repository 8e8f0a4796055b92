package dev.mediagen.tts;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/// How long saying a text may take.
///
/// Somebody in a hurry says 25 letters in a second and somebody at leisure six; an ideograph or a syllable block
/// takes longer than a letter, a digit may be a tenth of `1000000` or the whole of `7`, and marks are pauses or
/// nothing.
///
/// @param least seconds, at speed 1
/// @param most seconds, at speed 1
record SpeakingTime(double least, double most) {
    /// Stage directions, which are not said, and pauses asked for.
    private static final Pattern DIRECTION = Pattern.compile("<[^<>]{1,200}>|\\[[^\\[\\]]{1,200}\\]");

    private static final double DIRECTED = 4;

    static SpeakingTime of(String text) {
        double[] bounds = new double[2];
        var bare = DIRECTION.matcher(text).replaceAll("");
        bare.codePoints().forEach(point -> bounds[0] += times(point).least());
        text.codePoints().forEach(point -> bounds[1] += times(point).most());
        long directions = DIRECTION.matcher(text).results().count();
        return new SpeakingTime(bounds[0], bounds[1] + DIRECTED * directions);
    }

    private static SpeakingTime times(int point) {
        if (Character.isDigit(point)) return new SpeakingTime(0.05, 1);
        if (Character.isLetter(point)) return letter(point);
        if (Character.isWhitespace(point)) return new SpeakingTime(0, 0.1);
        return switch (Character.getType(point)) {
            case Character.NON_SPACING_MARK, Character.FORMAT, Character.CONTROL -> new SpeakingTime(0, 0.1);
            case Character.CURRENCY_SYMBOL, Character.MATH_SYMBOL, Character.OTHER_SYMBOL -> new SpeakingTime(0, 1.5);
            default -> new SpeakingTime(0, 0.7);
        };
    }

    private static SpeakingTime letter(int point) {
        return switch (UnicodeScript.of(point)) {
            case HAN -> new SpeakingTime(0.1, 0.7);
            case HIRAGANA, KATAKANA -> new SpeakingTime(0.06, 0.45);
            case HANGUL -> new SpeakingTime(0.08, 0.6);
            default -> new SpeakingTime(0.047, Character.isUpperCase(point) ? 0.6 : 0.2);
        };
    }
}
