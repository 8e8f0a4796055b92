package dev.mediagen.alignment.forced;

/// A recording as the recogniser needs it. Its spectrum is not kept.
///
/// @param speech which frames hold speech
record Heard(Frames frames, boolean[] speech, Loudness loudness, Channel channel) {
    static Heard of(Spectrum recording) throws InterruptedException {
        Cleaning cleaning = new Cleaning(recording);
        float[] level = Level.of(cleaning.recording());
        boolean[] speech = Level.speech(level);
        return new Heard(Frames.of(cleaning.recording(), speech), speech, new Loudness(level), cleaning.channel());
    }

    int[] kept() {
        return Recognition.kept(speech);
    }
}
