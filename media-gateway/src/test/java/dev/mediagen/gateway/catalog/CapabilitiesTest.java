package dev.mediagen.gateway.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapabilitiesTest {
    private static final CapabilitiesAnnounced PAINTER = new CapabilitiesAnnounced(
            "image-service",
            List.of(new ProviderCapability(
                    "sandbox", Kind.IMAGE, true, 0, List.of(), List.of(), List.of(), List.of())));

    private Instant now = Instant.EPOCH;
    private final Capabilities capabilities = new Capabilities(null, Duration.ofSeconds(90), () -> now);

    @Test
    void forgetsAWorkerThatFellSilent() {
        capabilities.heard(PAINTER);
        now = now.plusSeconds(90);
        assertThat(capabilities.required(Kind.IMAGE)).hasSize(1);
        now = now.plusSeconds(1);
        assertThatThrownBy(() -> capabilities.required(Kind.IMAGE))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no worker for image");
    }

    @Test
    void remembersAWorkerThatSpeaksAgain() {
        capabilities.heard(PAINTER);
        now = now.plusSeconds(100);
        capabilities.heard(PAINTER);
        assertThat(capabilities.of(Kind.IMAGE)).hasSize(1);
    }
}
