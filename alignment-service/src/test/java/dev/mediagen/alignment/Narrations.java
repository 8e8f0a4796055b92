package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Made-up narrations.
public final class Narrations {
    /// Cares for nothing.
    public static final AudioAligner.Listener SILENT = listener(new ArrayList<>());

    private Narrations() {}

    /// Somebody speaks all the time.
    public static Narration spoken(String text, String languageCode, double seconds, Path dir) {
        Pcm audio = SampleAudio.speakingThroughout(seconds);
        try {
            Path file = Files.write(dir.resolve("narration.wav"), Wav.of(audio));
            return new Narration(
                    SourceText.of(text, languageCode), file, Sound.of(audio), SpeechActivity.of(audio), languageCode);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param warnings written
    static AudioAligner.Listener listener(List<String> warnings) {
        return new AudioAligner.Listener() {
            @Override
            public void progress(int percent) {}

            @Override
            public void warning(String warning) {
                warnings.add(warning);
            }
        };
    }

    public static PartContext context(Path workDir) {
        return new RecordingContext(workDir);
    }
}
