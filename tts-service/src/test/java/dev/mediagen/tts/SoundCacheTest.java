package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.cache.ResultCache;
import dev.mediagen.worker.parts.PartContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SoundCacheTest {
    private static final SpeechRequested REQUEST = Requests.speech("hi", "Aria", 1, AudioFormat.MP3);

    @Test
    void anotherFirstProviderIsAnotherKey() {
        assertThat(hash("v1", new Named("a", true), new Named("b", true)))
                .isNotEqualTo(hash("v1", new Named("b", true), new Named("a", true)));
    }

    @Test
    void aProviderWithoutItsKeyIsNotTheFirst() {
        assertThat(hash("v1", new Named("keyless", false), new Named("b", true)))
                .isEqualTo(hash("v1", new Named("b", true)));
    }

    @Test
    void anotherVoiceUnderTheSameNameIsAnotherKey() {
        var provider = new Named("a", true);

        assertThat(hash("v1", provider)).isNotEqualTo(hash("v2", provider)).isNotEqualTo(hash(null, provider));
    }

    @Test
    void anotherModelInTheConfigurationIsAnotherKey() {
        assertThat(hash("v1", new Named("a", true, "model 1")))
                .isNotEqualTo(hash("v1", new Named("a", true, "model 2")));
    }

    @Test
    void anotherModelThatReallySpeaksIsAnotherKey() {
        assertThat(hash("v1", new Named("a", true, "", "tts-1")))
                .isNotEqualTo(hash("v1", new Named("a", true, "", "tts-2")));
    }

    @Test
    void otherPausesAndChainedChunksAreAnotherKey() {
        var provider = new Named("a", true);
        var plain = hash(Map.of(), "v1", provider);

        assertThat(hash(Map.of("media.speech.pause", "0.5s"), "v1", provider)).isNotEqualTo(plain);
        assertThat(hash(Map.of("media.speech.pauses.a", "0.5s"), "v1", provider))
                .isNotEqualTo(plain);
        assertThat(hash(Map.of("media.speech.chained", "a"), "v1", provider)).isNotEqualTo(plain);
        assertThat(hash(Map.of("media.speech.chained", "b"), "v1", provider)).isEqualTo(plain);
    }

    /// @param voiceId what Aria is called at every provider, or null when nobody speaks for her
    private static String hash(String voiceId, SpeechProvider... candidates) {
        return hash(Map.of(), voiceId, candidates);
    }

    private static String hash(Map<String, String> settings, String voiceId, SpeechProvider... candidates) {
        var equivalents = voiceId == null ? Map.<String, String>of() : Map.of("a", voiceId, "b", voiceId);
        var voices = new Voices(List.of(new Voice("Aria", "id", "Custom")), Map.of("Aria", equivalents));
        return new SoundCache(ResultCache.none(), voices, TestSpeakers.config(settings))
                .key(REQUEST, "hi", List.of(candidates))
                .hash();
    }

    private record Named(String name, boolean configured, String setup, String model) implements SpeechProvider {
        Named(String name, boolean configured) {
            this(name, configured, "");
        }

        Named(String name, boolean configured, String setup) {
            this(name, configured, setup, null);
        }

        @Override
        public String effectiveModel(String modelId) {
            return model;
        }

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
                    name, Kind.SPEECH, configured, order, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Speech speak(SpeechOrder order, PartContext context) {
            throw new UnsupportedOperationException();
        }
    }
}
