package dev.mediagen.alignment.forced;

import java.util.Arrays;

/// Takes noise and reverberation out of the spectrum of a recording.
final class Cleaning {
    /// Part of the frames that are taken for noise.
    private static final double QUIET = 0.05;
    /// The floor under both sounds, relative to the speech: what lies lower is heard by nobody.
    private static final double DEPTH = 1e-3;
    /// What is subtracted, times the mean noise: half the noise is louder than its mean.
    private static final double SUBTRACTED = 2;
    /// What is left of the subtracted as a floor.
    private static final double FLOOR = 0.075;

    private final Channel channel;
    private final MelRows recording;

    Cleaning(MelRows raw) {
        float[] level = Level.of(raw);
        float[] noise = noise(raw, level);
        MelRows bare = new Without(Reverberation.of(level).removedFrom(raw), noise);
        double[] speech = Channel.loudness(bare);
        float[] floor = new float[MelFilters.COUNT];
        for (int m = 0; m < floor.length; m++) {
            floor[m] = (float) Math.max(FLOOR * noise[m], DEPTH * speech[m]) + 1e-9f;
        }
        channel = new Channel(speech, floor);
        recording = channel.raised(bare);
    }

    /// What is left of the recording.
    MelRows recording() {
        return recording;
    }

    /// What the reference must go through to be comparable.
    Channel channel() {
        return channel;
    }

    private static float[] noise(MelRows mel, float[] level) {
        float[] sorted = level.clone();
        Arrays.sort(sorted);
        float quiet = sorted[(int) (QUIET * (sorted.length - 1))];
        boolean[] isNoise = new boolean[level.length];
        for (int t = 0; t < level.length; t++) {
            isNoise[t] = level[t] <= quiet;
        }
        double[] mean = Channel.mean(mel, isNoise);
        float[] noise = new float[mean.length];
        for (int m = 0; m < noise.length; m++) {
            noise[m] = (float) (SUBTRACTED * mean[m]);
        }
        return noise;
    }

    private record Without(MelRows noisy, float[] noise) implements MelRows {
        @Override
        public int count() {
            return noisy.count();
        }

        @Override
        public void read(int frame, float[] row) {
            noisy.read(frame, row);
            for (int m = 0; m < row.length; m++) {
                row[m] = Math.max(0, row[m] - noise[m]);
            }
        }
    }
}
