package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoicesTest {
    @ParameterizedTest
    @CsvSource({
        "Aria,fO844Om1VZLpw8IpZj3T,Custom", "Leoni Vergara,pBZVCk298iJlHAcHQwLr,Custom",
        "Ana-Rita,wJqPPQ618aTW29mptyoc,Custom", "Andromeda,HoU1B9WLbSprzhhX34v0,Custom",
        "Sarah,EXAVITQu4vr4xnSDxMaL,Standard", "Laura,FGY2WhTYpPnrIDTdsKH5,Standard",
        "Alice,Xb7hH8MSUJpSbSDYk0k2,Standard", "Roger,CwhRBWXzGAHq8TQ4Fs17,Standard",
        "gEoRgE,JBFqnCBsd6RMkjVDRZzb,Standard"
    })
    void resolvesTheNamesOfTheDefaultConfiguration(String name, String id, String type) throws Exception {
        var voice = defaults().resolve(name);

        assertThat(voice.id()).isEqualTo(id);
        assertThat(voice.type()).isEqualTo(type);
    }

    @Test
    void letsIdsPass() throws ProviderException {
        assertThat(Requests.VOICES.resolve("9BWtsMINqrJLrRacOk9x").id()).isEqualTo("9BWtsMINqrJLrRacOk9x");
        assertThat(Requests.VOICES.resolve("CwhRBWXzGAHq8TQ4Fs17").name()).isEqualTo("Roger");
    }

    @Test
    void takesAriaWhenNoVoiceIsNamed() throws ProviderException {
        assertThat(Requests.VOICES.resolve(null).name()).isEqualTo("Aria");
    }

    @Test
    void refusesUnknownNamesAndVoicesWithoutId() throws IOException {
        assertThatThrownBy(() -> Requests.VOICES.resolve("Nobody")).hasMessageContaining("no voice named Nobody");
        assertThatThrownBy(() -> defaults().resolve("lavenderlessons")).hasMessageContaining("no id configured");
    }

    @ParameterizedTest
    @CsvSource({
        "Aria,elevenlabs,fO844Om1VZLpw8IpZj3T",
        "aria,styletts2,woman",
        "ROGER,openai,onyx",
        "George,seedvc,andreas"
    })
    void everyProviderHasSomebodyForTheNamedVoices(String name, String provider, String id) throws Exception {
        var listed = provider.equals("elevenlabs") ? defaults().all() : List.<Voice>of();

        assertThat(defaults().at(announcing(provider, listed), name, null).id()).isEqualTo(id);
    }

    @Test
    void theCallersOwnVoiceComesFirst() throws Exception {
        var own = List.of(new ProviderVoice("openai", "ballad"), new ProviderVoice("styletts2", "woman"));

        assertThat(Requests.VOICES
                        .at(announcing("styletts2", List.of()), "Roger", own)
                        .id())
                .isEqualTo("woman");
    }

    @Test
    void aRetiredVoiceIsReplacedByItsSubstituteOrRefused() throws Exception {
        var roger = new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard", true);
        var elevenlabs = announcing("elevenlabs", List.of(roger));
        var withSubstitute = new Voices(
                List.of(new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard")),
                Map.of("Roger", Map.of("elevenlabs", "IKne3meq5aSn9XLyUdCD")));

        assertThat(withSubstitute.at(elevenlabs, "Roger", null).id()).isEqualTo("IKne3meq5aSn9XLyUdCD");
        assertThatThrownBy(() -> Requests.VOICES.at(elevenlabs, "Roger", null))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.VOICE_NOT_FOUND))
                .hasMessageContaining("no longer");
    }

    @Test
    void idsPassOnlyWhereIdsOfThatFormAreListed() throws Exception {
        var byId = announcing("elevenlabs", Requests.VOICES.all());
        var byName = announcing("styletts2", List.of(new Voice("andreas", "andreas", "Standard")));

        assertThat(Requests.VOICES.at(byId, "9BWtsMINqrJLrRacOk9x", null).id()).isEqualTo("9BWtsMINqrJLrRacOk9x");
        assertThat(Requests.VOICES.at(byName, "Andreas", null).id()).isEqualTo("andreas");
        assertThatThrownBy(() -> Requests.VOICES.at(byName, "9BWtsMINqrJLrRacOk9x", null))
                .hasMessageContaining("styletts2 has no voice for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Our narrator", "Xq3iLpXGm5lXvk5eyv7Q"})
    void aVoiceThatOnlyTheAccountListsSpeaksForItsOwnerAlone(String wanted) throws Exception {
        var narrator = new Voice("Our narrator", "Xq3iLpXGm5lXvk5eyv7Q", "Account");
        var elevenlabs = announcing(
                "elevenlabs",
                Stream.concat(Requests.VOICES.all().stream(), Stream.of(narrator))
                        .toList());
        var own = List.of(new ProviderVoice("elevenlabs", narrator.id()));
        var named = new Voices(Requests.VOICES.all(), Map.of("Roger", Map.of("elevenlabs", narrator.id())));

        assertThatThrownBy(() -> Requests.VOICES.at(elevenlabs, wanted, null))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.VOICE_NOT_FOUND));
        assertThat(Requests.VOICES.at(elevenlabs, wanted, own).id()).isEqualTo(narrator.id());
        assertThat(named.at(elevenlabs, wanted, null).id()).isEqualTo(narrator.id());
    }

    private static MediaProvider announcing(String name, List<Voice> voices) {
        return new MediaProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Optional<String> missing() {
                return Optional.empty();
            }

            @Override
            public ProviderCapability capability(int order) {
                return new ProviderCapability(name, Kind.SPEECH, true, order, voices, List.of(), List.of(), List.of());
            }
        };
    }

    private static Voices defaults() throws IOException {
        var properties = VoicesTest.class.getResource("/application.properties");
        var config = new SmallRyeConfigBuilder()
                .withMapping(VoicesConfig.class)
                .withSources(new PropertiesConfigSource(properties))
                .withValidateUnknown(false)
                .build();
        return new Voices(config.getConfigMapping(VoicesConfig.class));
    }
}
