package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;

/// Whether what a provider gave is fit to be kept: it can be decoded, is not silent and is as long as it says.
final class AudioCheck {
    private static final int RATE = 8_000;
    private static final double SILENCE = 0.005;
    private static final double LENGTH_TOLERANCE = 0.15;

    private AudioCheck() {}

    static void check(Speech speech) throws ProviderException {
        try {
            var heard = AudioCodec.decode(speech.audio(), RATE);
            float peak = 0;
            for (float sample : heard.samples()) peak = Math.max(peak, Math.abs(sample));
            if (heard.samples().length == 0 || peak < SILENCE) throw rejected("the audio is silent", null);
            if (Math.abs(heard.duration() - speech.duration()) > LENGTH_TOLERANCE)
                throw rejected("the audio is not as long as it says", null);
        } catch (IOException e) {
            throw rejected("the audio cannot be decoded", e);
        }
    }

    private static ProviderException rejected(String why, Exception cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, why, cause);
    }
}
