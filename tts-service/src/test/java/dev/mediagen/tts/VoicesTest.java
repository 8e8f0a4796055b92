package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.worker.parts.ProviderException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
