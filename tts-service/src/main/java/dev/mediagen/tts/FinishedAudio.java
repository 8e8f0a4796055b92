package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.audio.Measured;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.AudioWriter;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.util.UUID;

/// Audio in the format that was asked for, fit to be kept.
///
/// @param duration seconds, measured
record FinishedAudio(Path file, double duration) {

    /// @param asAsked the file is kept as it is; else it is encoded, block by block
    static FinishedAudio of(Measured heard, boolean asAsked, AudioFormat format, AudioQuality quality, Path workDir)
            throws ProviderException {
        if (asAsked) return new FinishedAudio(heard.file(), heard.duration());
        var target = workDir.resolve("finished-" + UUID.randomUUID() + "." + format.extension());
        try (var writer = new AudioWriter(Measured.RATE, format, quality, target)) {
            AudioCodec.decode(heard.file(), Measured.RATE, writer);
            writer.finish();
            return new FinishedAudio(target, heard.duration());
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be encoded", e).costly();
        }
    }
}
