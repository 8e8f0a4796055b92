package dev.mediagen.alignment.timings;

import dev.mediagen.alignment.text.SourceText;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Brings a provider's times onto the clusters of the text, however the provider has split or rewritten it.
final class TextMatch {
    /// Letters that may meet by chance.
    private static final int STRAY = 2;

    private static final double SURE = 0.99;

    private TextMatch() {}

    static void onto(Track track, GivenTimes given) {
        if (String.join("", given.characters()).equals(track.text.text())) {
            Arrays.fill(track.confidence, SURE);
            resplit(track, given);
            return;
        }
        Symbols theirs = Symbols.folded(given.characters());
        Symbols ours = Symbols.folded(clusters(track));
        int[] match = withoutStrays(CommonSequence.match(theirs.codes(), ours.codes()), ours);
        rate(track, theirs, ours, match);
        for (int i = 0; i < match.length; i++) {
            if (match[i] >= 0) {
                int entry = theirs.owner()[match[i]];
                extend(track, ours.owner()[i], given, entry, theirs.place()[match[i]], theirs.pieceSize()[match[i]]);
            }
        }
    }

    /// The same text, split in another way.
    private static void resplit(Track track, GivenTimes given) {
        int cluster = 0;
        int unit = 0;
        for (int entry = 0; entry < given.characters().size(); entry++) {
            int length = given.characters().get(entry).length();
            for (int place = 0; place < length; place++, unit++) {
                while (track.text.offset(cluster + 1) <= unit) {
                    cluster++;
                }
                extend(track, cluster, given, entry, place, length);
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
    private static void extend(Track track, int cluster, GivenTimes given, int entry, int place, int size) {
        double length = (given.ends()[entry] - given.starts()[entry]) / size;
        double start = given.starts()[entry] + length * place;
        if (Double.isNaN(start)) {
            return;
        }
        if (given.guessed()[entry]) {
            track.doubt(cluster, 0.9);
        }
        boolean known = track.known(cluster);
        double end = place == size - 1 ? given.ends()[entry] : start + length;
        track.starts[cluster] = known ? Math.min(track.starts[cluster], start) : start;
        track.ends[cluster] = known ? Math.max(track.ends[cluster], end) : end;
    }

    /// Space and punctuation make no sound: who leaves them out, or adds some, agrees all the same.
    private static void rate(Track track, Symbols theirs, Symbols ours, int[] match) {
        int spoken = 0;
        int matched = 0;
        for (int i = 0; i < match.length; i++) {
            if (SourceText.hasSound(ours.codes()[i])) {
                spoken++;
                matched += match[i] >= 0 ? 1 : 0;
            }
        }
        long given = IntStream.of(theirs.codes()).filter(SourceText::hasSound).count();
        boolean agree = matched == spoken && given == spoken;
        double agreement = agree ? 1 : 0.97 * 2 * matched / Math.max(1, given + spoken);
        Arrays.fill(track.confidence, SURE * agreement);
        if (!agree) {
            track.warn(
                    "The timed characters differ from the text; %.1f%% of them agree.",
                    100.0 * matched / Math.max(1, spoken));
        }
    }
}
