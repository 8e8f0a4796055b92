package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpeechHandlerTest {
    private static final CharacterTimings TIMINGS =
            new CharacterTimings(List.of("h", "i"), List.of(0.0, 0.5), List.of(0.5, 1.0));

    @TempDir
    Path workDir;

    @Test
    void stagesAudioAndTimings() throws Exception {
        var context = new RecordingContext(workDir);
        var result = handler(new Tone("sandbox", true, 0.5)).make(request(null), context);

        var produced = (SpeechProduced) result.produced();
        assertThat(result.staged().mediaType()).isEqualTo("audio/wav");
        assertThat(result.chargeable()).isTrue();
        assertThat(produced.duration()).isEqualTo(1.0);
        assertThat(produced.modelId()).isEqualTo("tone-1");
        var kept = context.staged().get(produced.timings().key());
        assertThat(ContractJson.mapper().readValue(kept, CharacterTimings.class))
                .isEqualTo(TIMINGS);
        assertThat(context.progress()).isSorted().endsWith(95);
    }

    @Test
    void rejectsSilence() {
        var handler = handler(new Tone("sandbox", true, 0));

        assertFails(handler, request(null), FailureCode.QUALITY_REJECTED);
    }

    @Test
    void takesTheFirstConfiguredProvider() throws Exception {
        var handler = handler(new Tone("keyless", false, 0.5), new Tone("sandbox", true, 0.5));

        assertThat(handler.make(request(null), new RecordingContext(workDir)).provider())
                .isEqualTo("sandbox");
        assertThat(handler.capabilities()).extracting(ProviderCapability::order).containsExactlyInAnyOrder(0, 1);
    }

    @Test
    void takesTheProviderAskedForOrNone() throws Exception {
        var handler = handler(new Tone("sandbox", true, 0.5), new Tone("other", true, 0.5));

        assertThat(handler.make(request("other"), new RecordingContext(workDir)).provider())
                .isEqualTo("other");
        assertFails(handler, request("nobody"), FailureCode.INVALID_REQUEST);
    }

    private void assertFails(SpeechHandler handler, SpeechRequested request, FailureCode code) {
        assertThatThrownBy(() -> handler.make(request, new RecordingContext(workDir)))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static SpeechRequested request(String provider) {
        return Requests.speech("hi", "Aria", 1.0, AudioFormat.WAV, provider);
    }

    private static SpeechHandler handler(Tone... tones) {
        var names = List.of(tones).stream().map(Tone::name).toList();
        var order = new ProviderOrder<SpeechProvider>("order", List.of(tones), Optional.of(names));
        var cache = new SoundCache(ResultCache.none(), Requests.VOICES, TestSpeakers.config(Map.of()));
        return new SpeechHandler(order, new Fallback(), TestSpeakers.of(TestCalls.once()), cache, new Listeners());
    }

    /// A second of sound.
    private record Tone(String name, boolean configured, double loudness) implements SpeechProvider {
        @Override
        public Optional<String> missing() {
            return configured ? Optional.empty() : Optional.of("A_KEY");
        }

        @Override
        public int maxTextLength(String modelId) {
            return 1_000;
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(
                    name, Kind.SPEECH, configured, order, Requests.VOICES.all(), List.of(), List.of(), List.of());
        }

        @Override
        public Speech speak(SpeechOrder order, PartContext context) throws ProviderException {
            var samples = new float[48_000];
            for (int index = 0; index < samples.length; index++)
                samples[index] = (float) (loudness * Math.sin(index * 0.05));
            var file = context.workDir().resolve("tone.wav");
            try {
                AudioCodec.encode(new Pcm(samples, 48_000), order.request().format(), AudioQuality.HIGH, file);
            } catch (IOException e) {
                throw new ProviderException(FailureCode.UNEXPECTED, "tone", e);
            }
            return new Speech(file, true, TIMINGS, "r1", null, List.of(), "tone-1");
        }
    }
}
