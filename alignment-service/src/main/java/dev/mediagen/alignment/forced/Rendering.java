package dev.mediagen.alignment.forced;

/// The reference as a voice of a certain size would read it into the microphone of the recording.
///
/// @param speech which frames hold speech
record Rendering(Frames frames, boolean[] speech, Loudness loudness) {
    private static final double[] SHIFTS = {0, -1, 1, -2, 2};

    /// The one that resembles the recording most.
    static Rendering closest(Heard recording, Reference reference) throws InterruptedException {
        int[] kept = recording.kept();
        double closest = 0;
        double least = Double.MAX_VALUE;
        for (double shift : SHIFTS) {
            Rendering rendering = of(recording.channel().match(reference.spectrum(), shift));
            double misfit = TimeWarp.misfit(rendering.frames, rendering.kept(), recording.frames(), kept);
            if (misfit < least) {
                least = misfit;
                closest = shift;
            }
        }
        // Made again rather than kept: two of an hour would take too much memory.
        return of(recording.channel().match(reference.spectrum(), closest));
    }

    private static Rendering of(MelRows mel) throws InterruptedException {
        float[] level = Level.of(mel);
        boolean[] speech = Level.speech(level);
        return new Rendering(Frames.of(mel, speech), speech, new Loudness(level));
    }

    int[] kept() {
        return Recognition.kept(speech);
    }
}
