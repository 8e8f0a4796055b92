package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.audio.Measured;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;

/// Whether what a provider gave is fit to be kept. What it refuses is made once more, free of charge, so it only
/// refuses what nobody would want: the bounds are wide.
final class AudioCheck {
    private static final double SILENT_PEAK = 0.005;
    private static final double SILENT_LUFS = -60;
    private static final double MOST_CLIPPED = 0.01;
    private static final double MOST_CLIPPED_EFFECT = 0.2;
    private static final double LEAST_ACTIVE = 0.15;
    private static final double LONGEST_PAUSE = 8;
    private static final double SHORTEST = 0.1;
    private static final double SHORTEST_EFFECT = 0.2;
    /// Texts that may take less than this are too short to be judged by their length.
    private static final double JUDGED = 1;

    private static final double LEEWAY = 4;

    private AudioCheck() {}

    /// @param speed as asked for; a provider may not know it
    static Measured speech(Speech speech, String text, double speed) throws ProviderException {
        var heard = heard(speech.audio());
        requireSound(heard, SHORTEST, MOST_CLIPPED);
        requireVoice(heard);
        var time = SpeakingTime.of(text);
        double least = time.least() / Math.max(1, speed);
        if (least > JUDGED && (heard.duration() < least || heard.active() < 0.6 * least))
            throw rejected("%.1f s of audio are too short for the text".formatted(heard.duration()));
        if (heard.duration() > time.most() / Math.min(1, speed) + LEEWAY)
            throw rejected("%.1f s of audio are too long for the text".formatted(heard.duration()));
        if (TimingsCheck.end(speech.timings()) > 1.3 * heard.duration() + 0.5)
            throw rejected("the audio ends before its text does");
        return heard;
    }

    /// @param source seconds of the recording
    static Measured conversion(Path audio, double source) throws ProviderException {
        var heard = heard(audio);
        requireSound(heard, SHORTEST, MOST_CLIPPED);
        if (heard.duration() < 0.5 * source || heard.duration() > 2 * source + 0.2)
            throw rejected("%.1f s of audio out of a recording of %.1f s".formatted(heard.duration(), source));
        return heard;
    }

    static Measured effect(Path audio) throws ProviderException {
        var heard = heard(audio);
        requireSound(heard, SHORTEST_EFFECT, MOST_CLIPPED_EFFECT);
        return heard;
    }

    /// What a caller wants to have converted.
    ///
    /// @param name of it, for people
    /// @throws ProviderException INVALID_REQUEST when it is not a recording of something
    static Measured source(Path audio, String name) throws ProviderException {
        try {
            var heard = Measured.of(audio);
            if (isSilent(heard))
                throw new ProviderException(FailureCode.INVALID_REQUEST, "source " + name + " is silent");
            return heard;
        } catch (MediaException e) {
            throw new ProviderException(
                    FailureCode.INVALID_REQUEST, "source %s is not audio that can be decoded".formatted(name), e);
        }
    }

    private static Measured heard(Path audio) throws ProviderException {
        try {
            return Measured.of(audio);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "the audio cannot be decoded", e).costly();
        }
    }

    private static void requireSound(Measured heard, double shortest, double mostClipped) throws ProviderException {
        if (isSilent(heard)) throw rejected("the audio is silent");
        if (heard.duration() < shortest) throw rejected("the audio is over at once");
        if (heard.clipped() > mostClipped) throw rejected("the audio is distorted");
    }

    private static boolean isSilent(Measured heard) {
        return heard.samples() == 0 || heard.peak() < SILENT_PEAK || heard.loudness() < SILENT_LUFS;
    }

    private static void requireVoice(Measured heard) throws ProviderException {
        boolean sparse = heard.duration() > 3 && heard.active() < LEAST_ACTIVE * heard.duration();
        if (sparse || heard.longestPause() > LONGEST_PAUSE) throw rejected("most of the audio is silence");
    }

    private static ProviderException rejected(String why) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, why).costly();
    }
}
