package dev.mediagen.alignment.forced;

/// What the loudness of each frame says about silence.
final class Loudness {
    /// What a frame far above the threshold takes from the score of silence for each 10 dB, and at most.
    private static final float DISBELIEF = 1f;
    private static final float MOST = 3f;

    private final boolean[] quiet;
    private final float[] disbelief;

    Loudness(float[] level) {
        float threshold = Level.threshold(level);
        quiet = new boolean[level.length];
        disbelief = new float[level.length];
        for (int t = 0; t < level.length; t++) {
            quiet[t] = level[t] < threshold;
            disbelief[t] = Math.clamp(DISBELIEF * (level[t] - threshold) / 10, 0, MOST);
        }
    }

    boolean quiet(int frame) {
        return quiet[frame];
    }

    float disbelief(int frame) {
        return disbelief[frame];
    }
}
