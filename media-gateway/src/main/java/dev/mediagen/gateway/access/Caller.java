package dev.mediagen.gateway.access;

import io.quarkus.security.identity.SecurityIdentity;
import java.util.regex.Pattern;

/// Who asks. Everything is owned by a user of a tenant.
public record Caller(String tenant, String user) {
    /// The attribute of a security identity that names the tenant.
    public static final String TENANT = "tenant";

    private static final Pattern TENANT_NAME = Pattern.compile("[A-Za-z0-9-]{1,64}");

    public static Caller of(SecurityIdentity identity) {
        return new Caller(identity.getAttribute(TENANT), identity.getPrincipal().getName());
    }

    /// Whether a tenant may be called that; the name becomes part of object keys.
    public static boolean isTenant(String name) {
        return TENANT_NAME.matcher(name).matches();
    }
}
