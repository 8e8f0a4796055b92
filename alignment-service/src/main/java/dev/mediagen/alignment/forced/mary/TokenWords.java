package dev.mediagen.alignment.forced.mary;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.Weights;

/// Finds the word a sound belongs to: what is read as one ("May 21, 1998") may be several words of the text.
final class TokenWords {
    private TokenWords() {}

    /// @param start of the token in the text, in code units
    /// @param end after it
    /// @param share 0..1 of the sounds of the token that come before
    static int word(SourceText text, int start, int end, double share) {
        int from = text.clusterAt(start);
        int to = Math.max(from + 1, text.clusterAt(Math.max(start, end - 1)) + 1);
        double total = 0;
        for (int c = from; c < to; c++) {
            total += Weights.of(text, c);
        }
        double spent = 0;
        int cluster = from;
        while (cluster < to - 1 && spent + Weights.of(text, cluster) <= share * total + 1e-9) {
            spent += Weights.of(text, cluster++);
        }
        return wordAt(text, cluster);
    }

    private static int wordAt(SourceText text, int cluster) {
        int low = 0;
        int high = text.words().size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (text.words().get(middle).to() > cluster) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
