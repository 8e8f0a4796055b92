package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.util.UUID;

/// Audio in the format that was asked for, fit to be kept.
///
/// @param duration seconds, measured
record FinishedAudio(Path file, double duration) {
    private static final int FULL = 48_000;

    /// Checks what a provider gave and encodes it where that is needed.
    ///
    /// @throws ProviderException QUALITY_REJECTED when it is not fit to be kept
    static FinishedAudio of(Path audio, boolean asAsked, AudioFormat format, AudioQuality quality, Path workDir)
            throws ProviderException {
        var heard = decode(audio);
        AudioCheck.check(heard);
        if (asAsked) return new FinishedAudio(audio, heard.duration());
        return encode(heard, format, quality, workDir);
    }

    private static Pcm decode(Path audio) throws ProviderException {
        try {
            return AudioCodec.decode(audio, FULL);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.QUALITY_REJECTED, "the audio cannot be decoded", e).costly();
        }
    }

    private static FinishedAudio encode(Pcm pcm, AudioFormat format, AudioQuality quality, Path workDir)
            throws ProviderException {
        var file = workDir.resolve("finished-" + UUID.randomUUID() + "." + format.extension());
        try {
            AudioCodec.encode(pcm, format, quality, file);
            return new FinishedAudio(file, pcm.duration());
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be encoded", e);
        }
    }
}
