package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.Produced;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.audio.Measured;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Served;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// A converted voice or a sound effect, checked and encoded as it was asked for.
///
/// @param voice null of a sound effect
record MadeSound(FinishedAudio audio, Voice voice, String modelId, String keepUnder, List<String> warnings) {
    /// @param heard the sound, checked
    static MadeSound of(
            Sound sound, Measured heard, Voice voice, AudioFormat format, AudioQuality quality, Path workDir)
            throws ProviderException {
        var audio = FinishedAudio.of(heard, sound.asAsked(), format, quality, workDir);
        return new MadeSound(audio, voice, sound.modelId(), sound.keepUnder(), sound.warnings());
    }

    static PartResult result(
            Served<MadeSound> served,
            AudioFormat format,
            PartContext context,
            BiFunction<MadeSound, Voice, Produced> facts)
            throws ProviderException, InterruptedException {
        var made = served.made();
        context.progress(80, "made");
        var staged = context.stage(made.audio().file(), format.extension(), format.mediaType());
        context.progress(95, "staged");
        var warnings = Stream.concat(served.warnings().stream(), made.warnings().stream());
        return new PartResult(
                staged,
                Map.of(),
                facts.apply(made, made.voice()),
                served.provider(),
                served.fallback(),
                false,
                true,
                warnings.toList(),
                made.keepUnder());
    }
}
