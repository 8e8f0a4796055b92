package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.providers.MediaProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The voices of the default configuration at providers that do not have them.
class EquivalentsTest {
    private static final Set<String> MEN = Set.of("Roger", "Charlie", "George");

    @ParameterizedTest
    @CsvSource({
        "openai,onyx echo,nova shimmer coral sage",
        "styletts2,andreas,woman",
        "seedvc,andreas,woman",
    })
    void everyNamedVoiceHasSomebodyWhoSpeaksForIt(String provider, String men, String women) throws Exception {
        var voices = defaults();
        for (var voice : voices.all()) {
            if (voice.id() == null) continue;
            var there = voices.at(new Somebody(provider), voice.name(), null);
            var right = MEN.contains(voice.name()) ? men : women;
            assertThat(right.split(" ")).as(voice.name()).contains(there.id());
            assertThat(there.name()).isEqualTo(voice.name());
        }
        assertThat(voices.all()).hasSizeGreaterThan(12);
    }

    private static Voices defaults() throws IOException {
        var config = new SmallRyeConfigBuilder()
                .withMapping(VoicesConfig.class)
                .withSources(new PropertiesConfigSource(EquivalentsTest.class.getResource("/application.properties")))
                .withValidateUnknown(false)
                .build();
        return new Voices(config.getConfigMapping(VoicesConfig.class));
    }

    private record Somebody(String name) implements MediaProvider {
        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(name, Kind.SPEECH, true, order, List.of(), List.of(), List.of(), List.of());
        }
    }
}
