package dev.mediagen.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScopeTest {
    @ParameterizedTest
    @CsvSource({
        "GET, /api/generations/{id}, read",
        "HEAD, /api/assets/{id}/content, read",
        "GET, /api/generations/{id}/events, read",
        "POST, /api/audio/speech, generate",
        "POST, /api/generations/{id}/cancel, generate",
        "POST, /api/uploads, generate",
        "DELETE, /api/voices/{id}, generate",
        "GET, /api/stream/speech, generate",
        "GET, /api/keys, admin",
        "DELETE, /api/keys/{id}, admin",
        "GET, /api/webhooks/{id}/deliveries, admin",
        "POST, /api/webhooks, admin",
        "GET, /api/keysmith, read",
        "PATCH, /api/anything, generate"
    })
    void everyOperationNeedsOneScope(String method, String path, String scope) {
        assertThat(Scope.neededFor(method, path).text()).isEqualTo(scope);
    }
}
