package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
    @TempDir
    private Path directory;

    @Test
    void stayTheSameInOneDataDirectory() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            var made = Credentials.in(data);
            assertThat(made.webhookKey()).hasSizeGreaterThan(32);
            assertThat(Credentials.in(data)).isEqualTo(made);
        }
    }

    @Test
    void anOlderDirectoryKeepsItsKeysAndGetsOneForWebhooks() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Files.writeString(data.secretFile("credentials.json"), """
                    {"apiKey":"a","secondApiKey":"b","s3AccessKey":"c","s3SecretKey":"d"}""");
            var found = Credentials.in(data);
            assertThat(found.apiKey()).isEqualTo("a");
            assertThat(found.webhookKey()).isNotBlank();
            assertThat(Credentials.in(data)).isEqualTo(found);
        }
    }
}
