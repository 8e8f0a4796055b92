package dev.mediagen.gateway.access.oidc;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.access.Scope;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// What a token's claims mean here: `sub` is the user, a claim the tenant, roles are scopes.
@ApplicationScoped
class TokenIdentity implements SecurityIdentityAugmentor {
    private final OidcConfig config;
    private final Set<String> defaultScopes;

    TokenIdentity(OidcConfig config) {
        this.config = config;
        defaultScopes = config.defaultScopes().orElse(Set.of());
        if (!Scope.all().containsAll(defaultScopes))
            throw new IllegalStateException("media.access.oidc.default-scopes: want some of " + Scope.all());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token
                ? Uni.createFrom().item(() -> caller(identity, token))
                : Uni.createFrom().item(identity);
    }

    private SecurityIdentity caller(SecurityIdentity identity, JsonWebToken token) {
        var granted = identity.getRoles().stream().filter(Scope.all()::contains).collect(Collectors.toSet());
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(token)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addAttribute(Caller.TENANT, tenant(token))
                .addRoles(granted.isEmpty() ? defaultScopes : granted)
                .build();
    }

    private String tenant(JsonWebToken token) {
        Object claim = token.getClaim(config.tenantClaim());
        if (claim == null) return config.defaultTenant();
        if (claim instanceof String name && Caller.isTenant(name)) return name;
        throw new AuthenticationFailedException("the claim %s is no tenant".formatted(config.tenantClaim()));
    }
}
