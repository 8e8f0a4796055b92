package dev.mediagen.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;

/// Who asks. Everything is owned by a user of a tenant.
public record Caller(String tenant, String user) {
    static final String TENANT = "tenant";

    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity.getAttribute(TENANT), identity.getPrincipal().getName());
    }
}
