package dev.mediagen.gateway.access.oidc;

import dev.mediagen.local.servers.ChildProcess;
import dev.mediagen.local.servers.FreePort;
import dev.mediagen.local.servers.Keycloak;
import dev.mediagen.local.servers.LocalServers;
import dev.mediagen.local.servers.ServerAnswers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/// A real Keycloak for one test class. Its first start of all also builds itself.
public final class TestKeycloak implements QuarkusTestResourceLifecycleManager {
    private static final Duration START = Duration.ofMinutes(6);
    private static final Duration STOP = Duration.ofSeconds(20);
    private ChildProcess keycloak;

    @Override
    public Map<String, String> start() {
        int port = FreePort.any();
        Path servers = Path.of(System.getProperty(LocalServers.HOME_PROPERTY));
        try {
            keycloak = ChildProcess.start(
                    LocalServers.in(servers).keycloak(port, servers.resolve("keycloak/keycloak.log")));
            Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "keycloak-end"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Awaitility.await().atMost(START).until(() -> {
            if (!keycloak.isAlive()) throw new IllegalStateException(String.join("\n", keycloak.lastLines(20)));
            return ServerAnswers.isReady("keycloak", port);
        });
        // ID tokens are for the client: it counts as an audience here, so that this does not save us
        return Map.of(
                "OIDC_AUTH_SERVER_URL", Keycloak.issuer(port), "OIDC_AUDIENCE", Keycloak.AUDIENCE + ",mediagen-app");
    }

    @Override
    public void stop() {
        if (keycloak == null || !keycloak.isAlive()) return;
        keycloak.terminate();
        try {
            keycloak.awaitEnd(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            keycloak.handle().destroyForcibly();
        }
    }
}
