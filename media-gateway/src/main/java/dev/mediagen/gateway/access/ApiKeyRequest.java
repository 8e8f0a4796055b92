package dev.mediagen.gateway.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

final class ApiKeyRequest extends BaseAuthenticationRequest {
    private final String key;

    ApiKeyRequest(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }
}
