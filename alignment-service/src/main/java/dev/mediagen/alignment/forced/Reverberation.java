package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// How long a room rings on, measured from how fast the sound falls at its fastest, and the removal of that tail.
///
/// @param decay dB per second
record Reverberation(double decay) {
    /// Frames over which a fall is measured.
    private static final int SPAN = 20;
    /// What a dry voice falls at least, dB per second.
    private static final double DRY = 200;
    /// Later sound is the room's, frames.
    private static final int LATE = 8;

    /// More is subtracted than the mean tail, because tails flutter.
    private static final float EXCESS = 1.7f;
    /// Share of the falls that are taken for chance.
    private static final double USUAL = 0.98;
    private static final int FEWEST = 20;
    /// What always stays.
    private static final float LEAST = 0.01f;
    private static final double UNKNOWN = 1000;

    static Reverberation of(float[] level) {
        float[] sorted = level.clone();
        Arrays.sort(sorted);
        float noise = sorted[(int) (0.05 * (sorted.length - 1))];
        float loud = Math.max(sorted[(int) (0.95 * (sorted.length - 1))] - 12, noise + 20);
        float[] falls = new float[level.length];
        int n = 0;
        for (int t = 0; t + SPAN < level.length; t++) {
            if (level[t] > loud && level[t + SPAN] > noise + 3) {
                falls[n++] = level[t] - level[t + SPAN];
            }
        }
        falls = Arrays.copyOf(falls, n);
        Arrays.sort(falls);
        double fastest = n < FEWEST ? UNKNOWN : falls[(int) (USUAL * (n - 1))];
        return new Reverberation(Math.max(20, fastest / (SPAN * Spectrum.FRAME)));
    }

    /// A sound without what must be left of it some frames later.
    MelRows removedFrom(MelRows wet) {
        return decay > DRY ? wet : new Dry(wet, (float) (EXCESS * Math.pow(10, -decay * LATE * Spectrum.FRAME / 10)));
    }

    private record Dry(MelRows wet, float left) implements MelRows {
        @Override
        public int count() {
            return wet.count();
        }

        @Override
        public void read(int frame, float[] row) {
            wet.read(frame, row);
            if (frame >= LATE) {
                float[] before = new float[row.length];
                wet.read(frame - LATE, before);
                for (int m = 0; m < row.length; m++) {
                    row[m] = Math.max(row[m] - left * before[m], LEAST * row[m]);
                }
            }
        }
    }
}
