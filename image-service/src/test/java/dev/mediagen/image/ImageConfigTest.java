package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ImageConfigTest {
    @Test
    void orderComesFromTheEnvironmentAndOtherKindsDoNotDisturb() {
        Map<String, String> environment =
                Map.of("MEDIA_PROVIDERS_IMAGE", "fal,sandbox", "MEDIA_PROVIDERS_SOUND_EFFECT", "sandbox");
        assertThat(read(environment).order()).contains(List.of("fal", "sandbox"));
    }

    @Test
    void emptyOrderIsNone() {
        assertThat(read(Map.of("MEDIA_PROVIDERS_IMAGE", "")).order()).isEmpty();
        assertThat(read(Map.of()).order()).isEmpty();
    }

    private static ImageConfig read(Map<String, String> environment) {
        return new SmallRyeConfigBuilder()
                .withMapping(ImageConfig.class)
                .withSources(new EnvConfigSource(environment, 300))
                .build()
                .getConfigMapping(ImageConfig.class);
    }
}
