package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;

/// Whether what a provider gave is fit to be kept.
final class AudioCheck {
    private static final double SILENCE = 0.005;

    private AudioCheck() {}

    static void check(Pcm heard) throws ProviderException {
        float peak = 0;
        for (float sample : heard.samples()) peak = Math.max(peak, Math.abs(sample));
        if (heard.samples().length == 0 || peak < SILENCE) throw rejected("the audio is silent");
    }

    private static ProviderException rejected(String why) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, why).costly();
    }
}
