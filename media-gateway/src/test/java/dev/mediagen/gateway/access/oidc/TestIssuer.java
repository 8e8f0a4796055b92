package dev.mediagen.gateway.access.oidc;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// An OpenID Connect provider that signs whatever a test wants, by an RSA and by an EC key.
public final class TestIssuer implements QuarkusTestResourceLifecycleManager {
    static final String AUDIENCE = "mediagen";
    private final TestTokens tokens = TestTokens.fresh();
    private final AtomicInteger lookUps = new AtomicInteger();
    private final AtomicInteger visits = new AtomicInteger();
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String issuer = "http://127.0.0.1:" + server.getAddress().getPort();
        answer("/.well-known/openid-configuration", () -> """
                {"issuer":"%1$s","jwks_uri":"%1$s/keys","token_endpoint":"%1$s/token",\
                "introspection_endpoint":"%1$s/introspect"}""".formatted(issuer));
        answer("/keys", () -> {
            lookUps.incrementAndGet();
            return tokens.publicKeys();
        });
        answer("/look-ups", () -> lookUps.toString());
        // nobody has a reason to come here: keys that a token names, and questions about tokens
        answer("/stolen", () -> {
            visits.incrementAndGet();
            return tokens.publicKeys();
        });
        answer("/introspect", () -> {
            visits.incrementAndGet();
            return "{\"active\":true,\"sub\":\"mallory\"}";
        });
        answer("/visits", () -> visits.toString());
        server.start();
        return Map.of("OIDC_AUTH_SERVER_URL", issuer, "OIDC_AUDIENCE", AUDIENCE, "test.tokens", tokens.text());
    }

    private void answer(String path, Supplier<String> body) {
        server.createContext(path, exchange -> {
            byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
    }

    @Override
    public void stop() {
        if (server != null) server.stop(0);
    }
}
