package dev.mediagen.gateway.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/// Says whether webhooks can be made. The gateway is ready in any case.
@Readiness
@ApplicationScoped
class WebhooksReadiness implements HealthCheck {
    private final SealedSecrets secrets;

    WebhooksReadiness(SealedSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public HealthCheckResponse call() {
        String state = secrets.available() ? "configured" : "not configured: MEDIA_WEBHOOK_KEY is missing";
        return HealthCheckResponse.named("webhooks")
                .up()
                .withData("secrets", state)
                .build();
    }
}
