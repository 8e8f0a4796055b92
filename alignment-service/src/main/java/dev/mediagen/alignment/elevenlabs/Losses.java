package dev.mediagen.alignment.elevenlabs;

import dev.mediagen.alignment.elevenlabs.ElevenLabsAlignmentPayload.Piece;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How sure ElevenLabs is of each moment of a recording. A loss is a negative logarithm: 0 is certain.
final class Losses {
    private final NavigableMap<Double, Double> byStart = new TreeMap<>();
    private final double overall;

    Losses(ElevenLabsAlignmentPayload payload) {
        overall = payload.loss() == null ? 0 : payload.loss();
        for (Piece word : payload.words()) {
            if (word.start() != null && word.loss() != null) byStart.put(word.start(), word.loss());
        }
    }

    /// @return 0..1, of the word that is spoken there
    double confidence(double seconds) {
        var word = byStart.floorEntry(seconds);
        return Math.exp(-Math.max(0, word == null ? overall : word.getValue()));
    }
}
