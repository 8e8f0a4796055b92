package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.AudioAligner;

/// The aligner for audio without timings, without a container.
public final class DefaultAudioAligner {
    private DefaultAudioAligner() {}

    public static AudioAligner create() {
        return new EstimatingAligner();
    }
}
