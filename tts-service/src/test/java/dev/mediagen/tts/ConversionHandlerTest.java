package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionProduced;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConversionHandlerTest {
    @TempDir
    Path workDir;

    @Test
    void keepsTheLengthOfWhatWasConverted() throws Exception {
        write(workDir.resolve("source"), 3);
        var converter = new Converter(3.2);
        var result = handler(converter).make(request(), new RecordingContext(workDir));

        assertThat(((ConversionProduced) result.produced()).duration()).isEqualTo(3.2);
        assertThat(result.keepUnder()).isEqualTo("converter/");
    }

    @Test
    void asksNobodyToConvertWhatIsNoRecording() throws Exception {
        Files.writeString(workDir.resolve("source"), "a text");
        var converter = new Converter(3);

        assertFails(converter, FailureCode.INVALID_REQUEST, "source");
        assertThat(converter.calls).hasValue(0);
    }

    @Test
    void triesOnceMoreWhenWhatComesBackIsNotAsLong() throws Exception {
        write(workDir.resolve("source"), 8);
        var converter = new Converter(3);

        assertFails(converter, FailureCode.QUALITY_REJECTED, "8.0 s");
        assertThat(converter.calls).hasValue(2);
    }

    /// Else it would be the failure of all equal requests.
    @Test
    void looksForTheRecordingBeforeAnybodyWaitsForIt() {
        var order = new ProviderOrder<ConversionProvider>(
                "order", List.of(new Converter(3)), Optional.of(List.of("converter")));
        var handler = new ConversionHandler(order, new Fallback(), TestCalls.once(), Requests.VOICES, null);

        assertThatThrownBy(() -> handler.make(request(), new RecordingContext(workDir)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("nothing to fetch");
    }

    private void assertFails(Converter converter, FailureCode code, String why) {
        assertThatThrownBy(() -> handler(converter).make(request(), new RecordingContext(workDir)))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static ConversionHandler handler(Converter converter) {
        var order =
                new ProviderOrder<ConversionProvider>("order", List.of(converter), Optional.of(List.of("converter")));
        var cache = new SoundCache(ResultCache.none(), Requests.VOICES, TestSpeakers.config(Map.of()));
        return new ConversionHandler(order, new Fallback(), TestCalls.once(), Requests.VOICES, cache);
    }

    private static ConversionRequested request() {
        return new ConversionRequested(
                "g1",
                "t1",
                "u1",
                Instant.parse("2030-01-01T00:00:00Z"),
                new StagedAsset("source", "audio/wav", 1, ""),
                "Aria",
                true,
                AudioFormat.WAV,
                AudioQuality.MEDIUM,
                true,
                null,
                null,
                null);
    }

    private static void write(Path file, double seconds) throws IOException {
        var samples = new float[(int) (seconds * 48_000)];
        for (int index = 0; index < samples.length; index++) samples[index] = (float) (0.3 * Math.sin(index * 0.05));
        AudioCodec.encode(new Pcm(samples, 48_000), AudioFormat.WAV, AudioQuality.HIGH, file);
    }

    private static final class Converter implements ConversionProvider {
        private final AtomicInteger calls = new AtomicInteger();
        private final double seconds;

        Converter(double seconds) {
            this.seconds = seconds;
        }

        @Override
        public String name() {
            return "converter";
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(
                    name(), Kind.CONVERSION, true, order, Requests.VOICES.all(), List.of(), List.of(), List.of());
        }

        @Override
        public Sound convert(ConversionRequested request, Path source, Voice voice, PartContext context)
                throws ProviderException {
            calls.incrementAndGet();
            var file = context.workDir().resolve("converted.wav");
            try {
                write(file, seconds);
            } catch (IOException e) {
                throw new ProviderException(FailureCode.UNEXPECTED, "tone", e);
            }
            return new Sound(file, true, null, "converter/", List.of());
        }
    }
}
