package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The states a speaker goes through: silence that may be skipped before every word and at the end, three states per
/// sound.
final class Chain {
    static final int PARTS = 3;
    private static final double PAUSE_AFTER_MARK = 1;
    private static final double PAUSE_ELSEWHERE = 6;
    /// What the first frames of a pause cost where nothing is written, and how many those are.
    private static final double HESITATION = 0.2;
    static final int SHORT_PAUSE = 60;
    /// What it costs to read on over the end of a sentence.
    private static final double BREATHLESS = 3;
    /// And that it lasts less than so much of what the reference takes.
    private static final double SHORTER = 0.4;
    private static final int SILENCE_PHONE = -1;
    /// A third of a sound is odd when it lasts so many frames and so many times what the reference takes.
    private static final int LONG = 12;
    private static final double LONGER = 3;

    /// Number of states.
    final int size;
    /// Model of each state; [#silence] for silence.
    final int[] model;
    /// Sound of each state, or -1.
    final int[] phone;
    /// Log probability of staying in a state, and of leaving it.
    final float[] stay;
    final float[] leave;
    /// Frames after which it is odd to be still there.
    final int[] patience;
    /// What each of the first frames of a pause costs, and what it costs to leave the pause out.
    final float[] linger;
    final float[] skip;
    /// Frames before which it is odd to leave.
    final int[] least;
    /// What it costs to enter.
    final float[] cost;
    final int models;
    final int silence;

    Chain(List<Phone> phones, SourceText text) {
        int pauses = 1;
        for (int i = 0; i < phones.size(); i++) {
            pauses += startsWord(phones, i) ? 1 : 0;
        }
        size = phones.size() * PARTS + pauses;
        model = new int[size];
        phone = new int[size];
        stay = new float[size];
        leave = new float[size];
        cost = new float[size];
        linger = new float[size];
        skip = new float[size];
        patience = new int[size];
        least = new int[size];
        Map<String, Integer> symbols = new HashMap<>();
        phones.forEach(p -> symbols.computeIfAbsent(p.symbol(), _ -> symbols.size()));
        silence = symbols.size() * PARTS;
        models = silence + 1;
        int state = 0;
        for (int i = 0; i < phones.size(); i++) {
            if (startsWord(phones, i)) {
                pause(
                        state++,
                        i == 0
                                ? Word.Boundary.CLAUSE
                                : mark(
                                        text,
                                        phones.get(i - 1).word(),
                                        phones.get(i).word()));
            }
            for (int part = 0; part < PARTS; part++) {
                sound(state++, i, symbols.get(phones.get(i).symbol()) * PARTS + part, phones.get(i));
            }
        }
        pause(state, Word.Boundary.CLAUSE);
    }

    static boolean startsWord(List<Phone> phones, int i) {
        return i == 0 || phones.get(i).word() != phones.get(i - 1).word();
    }

    /// The strongest mark between two words.
    private static Word.Boundary mark(SourceText text, int word, int next) {
        Word.Boundary mark = Word.Boundary.NONE;
        for (int w = word; w < next; w++) {
            Word.Boundary after = text.words().get(w).after();
            mark = after.compareTo(mark) > 0 ? after : mark;
        }
        return mark;
    }

    private void pause(int state, Word.Boundary mark) {
        boolean marked = mark != Word.Boundary.NONE;
        model[state] = silence;
        phone[state] = SILENCE_PHONE;
        patience[state] = Integer.MAX_VALUE;
        stay[state] = -0.02f;
        leave[state] = -1;
        linger[state] = (float) (marked ? 0 : HESITATION);
        skip[state] = (float) (mark == Word.Boundary.SENTENCE ? BREATHLESS : 0);
        cost[state] = (float) (marked ? PAUSE_AFTER_MARK : PAUSE_ELSEWHERE);
    }

    private void sound(int state, int index, int itsModel, Phone spoken) {
        model[state] = itsModel;
        phone[state] = index;
        double frames = Math.max(1.5, (spoken.end() - spoken.start()) / Spectrum.FRAME / PARTS * 1.1);
        patience[state] = (int) Math.max(LONG, LONGER * frames);
        least[state] = (int) (SHORTER * frames);
        stay[state] = (float) Math.log(1 - 1 / frames);
        leave[state] = (float) Math.log(1 / frames);
    }

    boolean silent(int state) {
        return phone[state] == SILENCE_PHONE;
    }
}
