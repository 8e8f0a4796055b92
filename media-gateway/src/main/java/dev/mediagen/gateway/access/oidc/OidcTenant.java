package dev.mediagen.gateway.access.oidc;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.oidc.runtime.OidcTenantConfig.Roles.Source;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;

/// Turns OIDC on when its server is named, with everything pinned that a forged token could bend.
@ApplicationScoped
class OidcTenant {
    private static final int CLOCKS_DIFFER_SECONDS = 5;
    // an unknown key id makes us look for new keys; whoever invents such ids makes us look no more often than this
    private static final Duration KEYS_LOOKED_UP_EVERY = Duration.ofSeconds(10);
    private final OidcConfig config;

    OidcTenant(OidcConfig config) {
        this.config = config;
    }

    void create(@Observes Oidc oidc) {
        config.authServerUrl().ifPresent(server -> oidc.create(tenant(server)));
    }

    private OidcTenantConfig tenant(String server) {
        var audience = config.audience().orElse(List.of());
        if (audience.isEmpty())
            throw new IllegalStateException("OIDC_AUTH_SERVER_URL is set, so OIDC_AUDIENCE is needed: the audience "
                    + "that access tokens for this gateway carry");
        return OidcTenantConfig.authServerUrl(server)
                .applicationType(ApplicationType.SERVICE)
                .roles(Source.accesstoken, config.roleClaims().toArray(String[]::new))
                .token()
                .issuer(config.issuer().orElse(server))
                .audience(audience)
                .subjectRequired()
                .principalClaim("sub")
                .lifespanGrace(CLOCKS_DIFFER_SECONDS)
                .forcedJwkRefreshInterval(KEYS_LOOKED_UP_EVERY)
                // a token is judged by its signature alone, never by asking its issuer
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}
