package dev.mediagen.gateway.access.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.oidc.Oidc;
import io.quarkus.oidc.OidcTenantConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OidcTenantTest {
    private static final String SERVER = "media.access.oidc.auth-server-url";
    private static final String AUDIENCE = "media.access.oidc.audience";

    @Test
    void oidcIsOffWithoutAServer() {
        assertThat(created(Map.of(SERVER, "", AUDIENCE, "mediagen"))).isEmpty();
    }

    @Test
    void aServerWithoutAnAudienceDoesNotStart() {
        assertThatThrownBy(() -> created(Map.of(SERVER, "https://login.example.com", AUDIENCE, "")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("OIDC_AUDIENCE is needed");
    }

    @Test
    void issuerAndAudienceArePinnedAndNoTokenIsAskedAbout() {
        var tenant = created(Map.of(SERVER, "https://login.example.com", AUDIENCE, "mediagen,media"))
                .getFirst();
        assertThat(tenant.token().issuer()).contains("https://login.example.com");
        assertThat(tenant.token().audience()).contains(List.of("mediagen", "media"));
        assertThat(tenant.token().allowJwtIntrospection()).isFalse();
        assertThat(tenant.token().allowOpaqueTokenIntrospection()).isFalse();
    }

    @Test
    void theIssuerMayHaveAnotherNameThanItsAddress() {
        var tenant = created(Map.of(
                        SERVER,
                        "http://keycloak:8080/realms/a",
                        "media.access.oidc.issuer",
                        "https://login.example.com/realms/a",
                        AUDIENCE,
                        "mediagen"))
                .getFirst();
        assertThat(tenant.token().issuer()).contains("https://login.example.com/realms/a");
        assertThat(tenant.authServerUrl()).contains("http://keycloak:8080/realms/a");
    }

    private static List<OidcTenantConfig> created(Map<String, String> settings) {
        var config = new SmallRyeConfigBuilder()
                .withMapping(OidcConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(OidcConfig.class);
        var created = new ArrayList<OidcTenantConfig>();
        new OidcTenant(config).create(new Oidc() {
            @Override
            public void create(OidcTenantConfig tenant) {
                created.add(tenant);
            }

            @Override
            public void createServiceApp(String server) {
                throw new AssertionError("not pinned");
            }

            @Override
            public void createWebApp(String server, String client, String secret) {
                throw new AssertionError("not pinned");
            }
        });
        return created;
    }
}
