package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Brings a provider's times onto the clusters of the text, however the provider has split or rewritten it.
final class TextMatch {
    /// Letters that may meet by chance.
    private static final int STRAY = 2;

    private TextMatch() {}

    static void onto(Track track, GivenTimes given) {
        boolean same = String.join("", given.characters()).equals(track.text.text());
        Symbols theirs = Symbols.of(given.characters(), !same);
        Symbols ours = Symbols.of(clusters(track), !same);
        int[] match = same
                ? IntStream.range(0, ours.codes().length).toArray()
                : withoutStrays(CommonSequence.match(theirs.codes(), ours.codes()), ours);
        rate(track, same, theirs, ours, match);
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                extend(track, ours.owner()[i], given, theirs, match[i]);
            }
        }
    }

    /// Two texts that say different things have letters in common all the same: one or two at a time, with others
    /// around them.
    private static int[] withoutStrays(int[] match, Symbols ours) {
        int[] sounds = IntStream.range(0, match.length)
                .filter(i -> SourceText.hasSound(ours.codes()[i]))
                .toArray();
        int from = 0;
        for (int k = 1; k < sounds.length; k++) {
            int before = match[sounds[k - 1]];
            int step = match[sounds[k]] - before;
            if (before >= 0 && step >= 1 && step <= STRAY) {
                continue;
            }
            boolean alone = from > 0 && match[sounds[from - 1]] < 0 && match[sounds[k]] < 0;
            for (int j = from; alone && k - from <= STRAY && j < k; j++) {
                match[sounds[j]] = -1;
            }
            from = k;
        }
        return match;
    }

    private static List<String> clusters(Track track) {
        return IntStream.range(0, track.size()).mapToObj(track.text::cluster).toList();
    }

    /// A cluster of several entries spans them all; an entry of several clusters is shared out evenly.
    private static void extend(Track track, int cluster, GivenTimes given, Symbols theirs, int symbol) {
        int entry = theirs.owner()[symbol];
        double length = (given.ends()[entry] - given.starts()[entry]) / theirs.pieceSize()[symbol];
        double start = given.starts()[entry] + length * theirs.place()[symbol];
        if (Double.isNaN(start)) {
            return;
        }
        if (given.guessed()[entry]) {
            track.doubt(cluster, 0.9);
        }
        boolean known = track.known(cluster);
        boolean lastOfEntry = theirs.place()[symbol] == theirs.pieceSize()[symbol] - 1;
        double end = lastOfEntry ? given.ends()[entry] : start + length;
        track.starts[cluster] = known ? Math.min(track.starts[cluster], start) : start;
        track.ends[cluster] = known ? Math.max(track.ends[cluster], end) : end;
    }

    /// Space and punctuation make no sound: who leaves them out, or adds some, agrees all the same.
    private static void rate(Track track, boolean same, Symbols theirs, Symbols ours, int[] match) {
        int spoken = 0;
        int matched = 0;
        for (int i = 0; i < match.length; i++) {
            if (SourceText.hasSound(ours.codes()[i])) {
                spoken++;
                matched += match[i] >= 0 ? 1 : 0;
            }
        }
        long given = IntStream.of(theirs.codes()).filter(SourceText::hasSound).count();
        boolean agree = same || matched == spoken && given == spoken;
        double agreement = agree ? 1 : 0.97 * 2 * matched / Math.max(1, given + spoken);
        Arrays.fill(track.confidence, 0.99 * agreement);
        if (!agree) {
            track.warn(
                    "The timed characters differ from the text; %.1f%% of them agree.",
                    100.0 * matched / Math.max(1, spoken));
        }
    }
}
