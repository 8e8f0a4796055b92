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

/// Made-up narrations.
public final class Narrations {
    /// Cares for nothing.
    public static final AudioAligner.Listener SILENT = new AudioAligner.Listener() {
        @Override
        public void progress(int percent) {}

        @Override
        public void warning(String warning) {}
    };

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

    public static PartContext context(Path workDir) {
        return new RecordingContext(workDir);
    }
}
