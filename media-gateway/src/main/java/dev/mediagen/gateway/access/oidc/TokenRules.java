package dev.mediagen.gateway.access.oidc;

import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.TenantFeature;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;
import org.jose4j.jwx.JsonWebStructure;

/// What an access token must be besides genuine, in time, from our issuer and for us.
@TenantFeature("Default")
@ApplicationScoped
@Unremovable
class TokenRules implements Validator {
    private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");
    private static final Set<String> BROUGHT_KEYS = Set.of("jku", "jwk", "x5u", "x5c", "crit");
    private static final Set<String> OF_ID_TOKENS = Set.of("at_hash", "c_hash", "s_hash");
    private final Set<String> algorithms;

    TokenRules(OidcConfig config) {
        algorithms = config.algorithms();
    }

    @Override
    public String validate(JwtContext token) {
        return Stream.concat(
                        token.getJoseObjects().stream().map(this::wrongIn), Stream.of(wrongIn(token.getJwtClaims())))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(null);
    }

    private Optional<String> wrongIn(JsonWebStructure token) {
        var headers = token.getHeaders();
        if (!algorithms.contains(token.getAlgorithmHeaderValue())) return Optional.of("algorithm not allowed");
        if (BROUGHT_KEYS.stream().anyMatch(name -> headers.getObjectHeaderValue(name) != null))
            return Optional.of("a token must not bring its own key");
        Object type = headers.getObjectHeaderValue("typ");
        boolean ours = type == null || TYPES.contains(type.toString().toLowerCase(Locale.ROOT));
        return ours ? Optional.empty() : Optional.of("not a JWT");
    }

    /// Keycloak says in a claim what a token is for; other servers' ID tokens are known by their hashes.
    private static Optional<String> wrongIn(JwtClaims claims) {
        Object type = claims.getClaimValue("typ");
        boolean access = type == null || type.toString().equalsIgnoreCase("Bearer");
        boolean id = OF_ID_TOKENS.stream().anyMatch(claims::hasClaim);
        return access && !id ? Optional.empty() : Optional.of("not an access token");
    }
}
