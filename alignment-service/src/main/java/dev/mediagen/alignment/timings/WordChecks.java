package dev.mediagen.alignment.timings;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import java.util.List;

/// Whether a word's time can be true, by what can be heard there and around it.
///
/// @param starts seconds, of clusters
/// @param ends seconds, of clusters
record WordChecks(SourceText text, double[] starts, double[] ends, SpeechActivity activity) {
    /// A pause that no word may fill, seconds.
    private static final double LONG_SILENCE = 0.4;
    /// Silence that no word holds, seconds; strings of digits are read with pauses.
    private static final double SILENCE_INSIDE = 0.6;
    /// Speech without text for longer than this is worth a word, seconds.
    private static final double LONG_GAP = 1.0;
    /// Letters a second.
    private static final double FASTEST = 40;

    private static final int LEAST_LETTERS = 4;
    /// Where Hangul begins.
    private static final int FIRST_SYLLABLE = 0x1100;
    private static final double QUIET = 0.015;

    /// Per word of the text, whether its time contradicts what can be heard.
    static boolean[] suspects(SourceText text, double[] starts, double[] ends, SpeechActivity activity) {
        WordChecks checks = new WordChecks(text, starts, ends, activity);
        List<Word> words = text.words();
        boolean[] suspects = new boolean[words.size()];
        for (int w = 0; w < suspects.length; w++) {
            Word word = words.get(w);
            suspects[w] |= checks.tooFast(word) || checks.inSilence(word) || checks.holdsSilence(word);
            if (w > 0 && checks.gap(checks.end(words.get(w - 1)), checks.start(word))) {
                suspects[w - 1] = true;
                suspects[w] = true;
            }
        }
        return suspects;
    }

    boolean tooFast(Word word) {
        int letters = letters(word);
        return letters >= LEAST_LETTERS && letters > FASTEST * length(word);
    }

    /// A sign of the East is a syllable, not a sound.
    private int letters(Word word) {
        int letters = 0;
        for (int i = word.from(); i < word.to(); i++) {
            int codePoint = text.text().codePointAt(text.offset(i));
            letters += !text.isSpoken(i) ? 0 : syllable(codePoint) ? 2 : 1;
        }
        return letters;
    }

    private static boolean syllable(int codePoint) {
        return codePoint >= FIRST_SYLLABLE
                && switch (UScript.getScript(codePoint)) {
                    case UScript.HAN, UScript.HANGUL, UScript.HIRAGANA, UScript.KATAKANA -> true;
                    default -> false;
                };
    }

    boolean inSilence(Word word) {
        double slack = Math.max(0, (LONG_SILENCE - length(word)) / 2);
        return !activity.silent() && activity.speech(start(word) - slack, end(word) + slack) < QUIET;
    }

    boolean holdsSilence(Word word) {
        return !activity.silent()
                && length(word) - activity.speech(start(word), end(word)) > SILENCE_INSIDE
                && text.slice(word.from(), word.to()).codePoints().noneMatch(UCharacter::isDigit);
    }

    /// Whether somebody says something between two instants that is no word of the text.
    boolean gap(double from, double to) {
        return to - from > LONG_GAP && activity.speech(from, to) > LONG_GAP;
    }

    double start(Word word) {
        return starts[word.from()];
    }

    double end(Word word) {
        return ends[word.to() - 1];
    }

    private double length(Word word) {
        return end(word) - start(word);
    }
}
