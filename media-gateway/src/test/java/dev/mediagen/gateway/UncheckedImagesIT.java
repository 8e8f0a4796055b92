package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// Where the operator allows images that nobody checks.
@QuarkusTest
@TestProfile(UncheckedImagesIT.Allowed.class)
@QuarkusTestResource(TestServers.class)
class UncheckedImagesIT {
    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    public static final class Allowed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new TwoUsers().getConfigOverrides());
            settings.put("media.safety.may-be-off", "true");
            return settings;
        }
    }

    @Test
    void callersMayTurnTheSafetyCheckerOff() {
        Callers.know(workers);
        try (var log = TopicLog.of(kafka, ImageRequested.TOPIC)) {
            String id = start("/api/image/generate", "{\"prompt\":\"a\",\"enableSafetyChecker\":false}");
            await().until(() -> !log.values(ImageRequested.TOPIC, id).isEmpty());
            var asked = JsonPath.from(log.values(ImageRequested.TOPIC, id).getFirst());
            assertThat(asked.getBoolean("enableSafetyChecker")).isFalse();
        }
    }
}
