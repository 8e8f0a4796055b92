package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a user starts too quickly waits for its turn; who will not wait is refused.
@QuarkusTest
@TestProfile(ThrottleIT.ThreeAMinute.class)
@QuarkusTestResource(TestServers.class)
class ThrottleIT {
    public static final class ThreeAMinute implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            var settings = new HashMap<>(new Savers().getConfigOverrides());
            settings.remove("media.throttle.starts-per-minute");
            return settings;
        }
    }

    @Inject
    Workers workers;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void know() {
        Callers.know(workers);
    }

    @Test
    void theFourthWithinAMinuteWaitsAndNobodyIsAskedForIt() {
        try (var log = TopicLog.of(kafka, ImageRequested.TOPIC)) {
            for (int start = 0; start < 3; start++) assertThat(status("ned")).isEqualTo("queued");
            var fourth = as("ned")
                    .header("Prefer", "respond-async")
                    .body("{\"prompt\":\"a boat\"}")
                    .post("/api/image/generate")
                    .then()
                    .statusCode(202)
                    .body("status", is("throttled"))
                    .body("throttledUntil", notNullValue())
                    .extract();
            var until = Instant.parse(fourth.<String>path("throttledUntil"));
            assertThat(Duration.between(Instant.now(), until))
                    .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(60));
            assertThat(Instant.parse(as("ned")
                            .get("/api/generations/" + fourth.path("id"))
                            .path("throttledUntil")))
                    .isEqualTo(until);
            // whoever starts after it is asked for; it is not
            assertThat(status("pia")).isEqualTo("queued");
            await().until(() ->
                    log.keys(ImageRequested.TOPIC).stream().distinct().count() >= 4);
            assertThat(log.keys(ImageRequested.TOPIC)).doesNotContain(fourth.<String>path("id"));
        }
    }

    @Test
    void whoWillNotWaitIsRefusedAndNothingIsReserved() {
        for (int start = 0; start < 3; start++) assertThat(status("tom")).isEqualTo("queued");
        as("tom")
                .header("Prefer", "respond-async, throttle=reject")
                .body("{\"prompt\":\"a boat\"}")
                .post("/api/image/generate")
                .then()
                .statusCode(429)
                .body("code", is("THROTTLED"))
                .body("retryable", is(true))
                .header("Retry-After", Integer::parseInt, greaterThan(30));
        as("tom").get("/api/account").then().body("reserved", is(150)).body("balance", is(2350));
    }

    private static String status(String user) {
        return as(user).header("Prefer", "respond-async")
                .body("{\"prompt\":\"a boat\"}")
                .post("/api/image/generate")
                .then()
                .statusCode(202)
                .extract()
                .path("status");
    }
}
