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
        patience = new int[size];
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
                                || marked(
                                        text,
                                        phones.get(i - 1).word(),
                                        phones.get(i).word()));
            }
            for (int part = 0; part < PARTS; part++) {
                sound(state++, i, symbols.get(phones.get(i).symbol()) * PARTS + part, phones.get(i));
            }
        }
        pause(state, true);
    }

    static boolean startsWord(List<Phone> phones, int i) {
        return i == 0 || phones.get(i).word() != phones.get(i - 1).word();
    }

    private static boolean marked(SourceText text, int word, int next) {
        for (int w = word; w < next; w++) {
            if (text.words().get(w).after() != Word.Boundary.NONE) {
                return true;
            }
        }
        return false;
    }

    private void pause(int state, boolean marked) {
        model[state] = silence;
        phone[state] = SILENCE_PHONE;
        patience[state] = Integer.MAX_VALUE;
        stay[state] = -0.02f;
        leave[state] = -1;
        cost[state] = (float) (marked ? PAUSE_AFTER_MARK : PAUSE_ELSEWHERE);
    }

    private void sound(int state, int index, int itsModel, Phone spoken) {
        model[state] = itsModel;
        phone[state] = index;
        double frames = Math.max(1.5, (spoken.end() - spoken.start()) / Spectrum.FRAME / PARTS * 1.1);
        patience[state] = (int) Math.max(LONG, LONGER * frames);
        stay[state] = (float) Math.log(1 - 1 / frames);
        leave[state] = (float) Math.log(1 / frames);
    }

    boolean silent(int state) {
        return phone[state] == SILENCE_PHONE;
    }
}
