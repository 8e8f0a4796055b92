package dev.mediagen.alignment.forced;

import java.util.ArrayDeque;
import java.util.Arrays;

/// The likeliest way through a [Chain]. Decisions are settled some seconds behind the front, so that only the last
/// stretch of back-pointers is kept however long the recording is.
final class Viterbi {
    private static final float NEVER = -1e30f;
    /// Frames after which all survivors have long met.
    private static final int SETTLED = 6000;
    private static final int WINDOW = 3 * SETTLED;

    /// What each frame costs that a sound lasts too long, times their number. Otherwise a stop at the end of a
    /// sentence, which is little else than silence, takes the pause after it.
    private static final float IMPATIENCE = 0.2f;

    /// What each frame costs that a sound is too short.
    private static final float HURRY = 0.6f;

    private final Chain chain;
    private final PhoneModels models;
    private final Frames frames;
    private final Loudness loudness;
    private final Band band;
    private final int[] path;
    private final float[] scores;
    private final int[] scoredAt;
    /// Frames the best way into each state has been there, before and after the frame in hand.
    private int[] stayed;
    private int[] staying;
    private boolean lost;
    private final float[] row = new float[Frames.SIZE];
    private final ArrayDeque<byte[]> moves = new ArrayDeque<>();

    Viterbi(Chain chain, PhoneModels models, Frames frames, Loudness loudness, Band band) {
        this.loudness = loudness;
        this.chain = chain;
        this.models = models;
        this.frames = frames;
        this.band = band;
        this.path = new int[frames.count()];
        this.scores = new float[models.count()];
        this.scoredAt = new int[models.count()];
        this.stayed = new int[chain.size];
        this.staying = new int[chain.size];
        Arrays.fill(scoredAt, -1);
    }

    /// State of every frame.
    int[] path() throws InterruptedException {
        float[] previous = new float[chain.size];
        float[] current = new float[chain.size];
        Arrays.fill(previous, NEVER);
        int last = frames.count() - 1;
        for (int t = 0; t <= last; t++) {
            Cancellation.check(t);
            step(t, previous, current);
            float[] swap = previous;
            previous = current;
            current = swap;
            int[] before = stayed;
            stayed = staying;
            staying = before;
            if (moves.size() == WINDOW) {
                settle(t, best(previous, band.low(t), band.high(t)), SETTLED);
            }
        }
        int end = chain.size - 1;
        lost = Math.max(previous[end], previous[Math.max(0, end - 1)]) < NEVER / 2;
        settle(last, end > 0 && previous[end - 1] > previous[end] ? end - 1 : end, 0);
        return path;
    }

    /// Whether the band left no way through.
    boolean lost() {
        return lost;
    }

    private static int best(float[] values, int from, int to) {
        int best = from;
        for (int s = from; s <= to; s++) {
            best = values[s] > values[best] ? s : best;
        }
        return best;
    }

    private void step(int t, float[] previous, float[] current) {
        frames.read(t, row);
        int low = band.low(t);
        int high = band.high(t);
        int lowBefore = t == 0 ? 0 : band.low(t - 1);
        int highBefore = t == 0 ? -1 : band.high(t - 1);
        byte[] move = new byte[high - low + 1];
        for (int s = low; s <= high; s++) {
            float best = t == 0 && s < 2 ? 0 : NEVER;
            byte back = 0;
            if (s >= lowBefore && s <= highBefore) {
                best = previous[s] + chain.stay[s] - lingering(s);
            }
            if (s > lowBefore && s - 1 <= highBefore) {
                float entered = previous[s - 1] + chain.leave[s - 1] - chain.cost[s] - hurry(s - 1);
                if (entered > best) {
                    best = entered;
                    back = 1;
                }
            }
            if (s - 2 >= lowBefore && s - 2 <= highBefore && chain.silent(s - 1)) {
                float skipped = previous[s - 2] + chain.leave[s - 2] - chain.skip[s - 1] - hurry(s - 2);
                if (skipped > best) {
                    best = skipped;
                    back = 2;
                }
            }
            current[s] = best + score(t, s) - band.penalty(t, s);
            move[s - low] = back;
            staying[s] = back == 0 ? stayed[s] + 1 : 0;
        }
        moves.addLast(move);
    }

    private float hurry(int state) {
        return HURRY * Math.max(0, chain.least[state] - 1 - stayed[state]);
    }

    private float lingering(int state) {
        return chain.silent(state)
                ? stayed[state] < Chain.SHORT_PAUSE ? chain.linger[state] : 0
                : IMPATIENCE * Math.max(0, stayed[state] - chain.patience[state]);
    }

    private float score(int t, int state) {
        int model = chain.model[state];
        if (scoredAt[model] != t) {
            scoredAt[model] = t;
            scores[model] = models.score(model, row, loudness.quiet(t));
            if (model == chain.silence) {
                scores[model] -= loudness.disbelief(t);
            }
        }
        return scores[model];
    }

    /// Writes the path up to `keep` frames before `t` and forgets the moves that led there.
    private void settle(int t, int state, int keep) {
        int at = t;
        int s = state;
        for (var back = moves.descendingIterator(); back.hasNext(); at--) {
            byte[] move = back.next();
            if (at <= t - keep || keep == 0) {
                path[at] = s;
            }
            s = Math.max(0, s - move[Math.clamp(s - band.low(at), 0, move.length - 1)]);
        }
        while (moves.size() > keep) {
            moves.removeFirst();
        }
    }
}
