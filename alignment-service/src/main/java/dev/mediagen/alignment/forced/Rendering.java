package dev.mediagen.alignment.forced;

/// The reference as a voice of a certain size would read it into the microphone of the recording.
///
/// @param speech which frames hold speech
record Rendering(Frames frames, boolean[] speech, Loudness loudness) {
    private static final double[] SHIFTS = {0, -1, 1, -2, 2};

    /// The one that resembles the recording most.
    static Rendering closest(Cleaning cleaning, Reference reference, Frames recording, int[] kept)
            throws InterruptedException {
        Rendering closest = null;
        double least = Double.MAX_VALUE;
        for (double shift : SHIFTS) {
            Rendering rendering = of(
                    cleaning.match(reference.spectrum(), shift),
                    reference.spectrum().frames());
            double misfit = TimeWarp.misfit(rendering.frames, rendering.kept(), recording, kept);
            if (misfit < least) {
                least = misfit;
                closest = rendering;
            }
        }
        return closest;
    }

    private static Rendering of(float[] mel, int count) {
        float[] level = Level.of(mel, count);
        boolean[] speech = Level.speech(level);
        return new Rendering(Frames.of(mel, speech), speech, new Loudness(level));
    }

    int[] kept() {
        return Recognition.kept(speech);
    }
}
