package dev.mediagen.tts.audio;

import java.util.List;

/// By how much each piece is made louder or softer, so that all are equally loud: as loud as the one in the middle of
/// them, or as softer as the peaks need. Nothing is changed by more than 6 dB, and nothing clips.
final class Gains {
    private static final double MOST = 6;
    /// Highest peak, dBFS: leaves the encoders room.
    private static final double CEILING = -0.3;

    private Gains() {}

    /// @return factors
    static double[] of(List<Measured> pieces) {
        double target = target(pieces);
        return pieces.stream().mapToDouble(piece -> factor(gain(piece, target))).toArray();
    }

    private static double target(List<Measured> pieces) {
        var audible = pieces.stream()
                .filter(piece -> Double.isFinite(piece.loudness()))
                .toList();
        var levels = audible.stream().mapToDouble(Measured::loudness).sorted().toArray();
        if (levels.length == 0) return 0;
        double loudest = levels[levels.length - 1];
        double reachable = Math.min(Math.max(levels[levels.length / 2], loudest - MOST), levels[0] + MOST);
        double unclipped = audible.stream()
                .mapToDouble(piece -> piece.loudness() + room(piece))
                .min()
                .orElse(reachable);
        return Math.max(Math.min(reachable, unclipped), loudest - MOST);
    }

    private static double gain(Measured piece, double target) {
        if (!Double.isFinite(piece.loudness())) return 0;
        return Math.min(Math.clamp(target - piece.loudness(), -MOST, MOST), Math.max(room(piece), -MOST));
    }

    private static double room(Measured piece) {
        return CEILING - 20 * Math.log10(piece.peak());
    }

    private static double factor(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
