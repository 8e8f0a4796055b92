package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvironmentTest {
    private static final Environment GIVEN = new Environment(Map.of(
            "ELEVENLABS_API_KEY", "very-secret-value",
            "ELEVENLABS_BASE_URL", "http://stub",
            "MEDIA_PROVIDERS_SPEECH", "elevenlabs,sandbox",
            "MEDIA_THROTTLE_STARTS_PER_MINUTE", " ",
            "PATH", "/bin"));

    @TempDir
    private Path directory;

    @Test
    void commandsRepeatTheServicesVariablesButNoProviderKey() {
        assertThat(GIVEN.printable())
                .containsOnlyKeys("ELEVENLABS_BASE_URL", "MEDIA_PROVIDERS_SPEECH", "MEDIA_THROTTLE_STARTS_PER_MINUTE");
    }

    @Test
    void providerKeysAreKeptInAFileThatServicesRead() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Map<String, String> where = GIVEN.keepSecrets(data);
            var kept = new Properties();
            try (var in = Files.newInputStream(Path.of(where.get("SMALLRYE_CONFIG_LOCATIONS")))) {
                kept.load(in);
            }
            assertThat(kept).containsExactly(Map.entry("ELEVENLABS_API_KEY", "very-secret-value"));
        }
    }

    @Test
    void aSecretOfTheStackIsKeptButNotPrintedAndGivesWayToOneThatIsSet() throws Exception {
        var given = new Environment(Map.of("MEDIA_INTERNAL_TOKEN", "set"));
        assertThat(given.withDefault("MEDIA_INTERNAL_TOKEN", "made").get("MEDIA_INTERNAL_TOKEN"))
                .hasValue("set");
        var made = GIVEN.withDefault("MEDIA_INTERNAL_TOKEN", "made");
        assertThat(made.printable()).doesNotContainKey("MEDIA_INTERNAL_TOKEN").doesNotContainValue("made");
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThat(Files.readString(Path.of(made.keepSecrets(data).get("SMALLRYE_CONFIG_LOCATIONS"))))
                    .contains("MEDIA_INTERNAL_TOKEN=made");
        }
    }

    @Test
    void withoutProviderKeysThereIsNoFile() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            assertThat(new Environment(Map.of("MEDIA_X", "y")).keepSecrets(data))
                    .isEmpty();
            assertThat(directory.resolve("provider-keys.properties")).doesNotExist();
        }
    }

    @Test
    void aBlankVariableCountsAsAbsent() {
        assertThat(GIVEN.get("MEDIA_THROTTLE_STARTS_PER_MINUTE")).isEmpty();
    }
}
