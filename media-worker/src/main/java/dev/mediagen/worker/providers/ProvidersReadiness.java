package dev.mediagen.worker.providers;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/// Says which providers this worker could use, and what the others lack. It is ready in any case: a provider without
/// its key answers requests for it with API_KEY_MISSING, and the others serve.
@Readiness
@ApplicationScoped
class ProvidersReadiness implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(ProvidersReadiness.class);
    private final Instance<MediaProvider> providers;

    ProvidersReadiness(@Any Instance<MediaProvider> providers) {
        this.providers = providers;
    }

    void start(@Observes StartupEvent event) {
        providers.forEach(provider -> LOG.infof("%s: %s", label(provider), state(provider)));
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("providers").up();
        providers.forEach(provider -> response.withData(label(provider), state(provider)));
        return response.build();
    }

    private static String label(MediaProvider provider) {
        return provider.name() + " " + provider.capability(0).kind().json();
    }

    private static String state(MediaProvider provider) {
        return provider.missing()
                .map(name -> "not configured: " + name + " is missing")
                .orElse("configured");
    }
}
