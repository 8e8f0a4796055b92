package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.local.servers.Launch;
import dev.mediagen.local.servers.LocalServers;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackendsTest {
    @TempDir
    private Path directory;

    private Backends choose(Map<String, String> variables) throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            return Backends.choose(
                    new Environment(variables),
                    LocalServers.fromSystemProperty(),
                    data,
                    Ports.in(data),
                    Credentials.in(data));
        }
    }

    @Test
    void withoutVariablesAllThreeAreStartedHere() throws Exception {
        Backends backends = choose(Map.of());
        assertThat(backends.launches()).extracting(Launch::name).containsExactly("kafka", "mongo", "s3");
        assertThat(backends.environment())
                .containsEntry("S3_BUCKET", "media")
                .containsEntry("S3_PUBLIC_ENDPOINT", backends.s3().endpoint())
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", backends.kafka())
                .containsEntry("MONGODB_URI", backends.mongo());
    }

    @Test
    void whatIsGivenFromOutsideIsNotStarted() throws Exception {
        Backends backends = choose(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "broker:9092",
                "MONGODB_URI", "mongodb://db",
                "S3_ENDPOINT", "http://store",
                "AWS_ACCESS_KEY_ID", "id",
                "AWS_SECRET_ACCESS_KEY", "secret"));
        assertThat(backends.launches()).isEmpty();
        assertThat(backends.environment())
                .containsEntry("KAFKA_BOOTSTRAP_SERVERS", "broker:9092")
                .containsEntry("MONGODB_URI", "mongodb://db")
                .containsEntry("S3_PUBLIC_ENDPOINT", "http://store")
                .containsEntry("AWS_SECRET_ACCESS_KEY", "secret");
    }

    @Test
    void aStoreFromOutsideNeedsItsKeys() {
        assertThatThrownBy(() -> choose(Map.of("S3_ENDPOINT", "http://store")))
                .isInstanceOf(StackError.class)
                .hasMessage("S3_ENDPOINT is set, so AWS_ACCESS_KEY_ID must be set, too");
    }
}
