package dev.mediagen.gateway.access.oidc;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Access tokens of an OpenID Connect provider; accepted only when its address is set.
@ConfigMapping(prefix = "media.access.oidc")
interface OidcConfig {
    /// Where the provider's discovery document and keys are found.
    Optional<String> authServerUrl();

    /// What tokens name as their issuer; the address above unless said otherwise.
    Optional<String> issuer();

    /// Whom tokens must be meant for, one of these; there is no default.
    Optional<List<String>> audience();

    @WithDefault("RS256,ES256")
    Set<String> algorithms();

    /// The claim that names the tenant.
    @WithDefault("tenant")
    String tenantClaim();

    /// The tenant of a token without that claim.
    @WithDefault("default")
    String defaultTenant();

    /// Where the roles are: claims on the way, separated by slashes.
    @WithDefault("realm_access/roles")
    List<String> roleClaims();

    /// The scopes of a token that has none of our roles.
    @WithDefault("generate,read")
    Optional<Set<String>> defaultScopes();
}
