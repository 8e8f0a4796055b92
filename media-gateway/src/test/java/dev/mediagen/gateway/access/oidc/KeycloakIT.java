package dev.mediagen.gateway.access.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.bson.Document;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/// Tokens of a real Keycloak, and what its users might mistake for one.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = TestKeycloak.class, restrictToAnnotatedClass = true)
class KeycloakIT {
    // not injected: other tests run without it
    private final String issuer = ConfigProvider.getConfig().getValue("OIDC_AUTH_SERVER_URL", String.class);

    @Inject
    MongoClient mongo;

    @Test
    void aProgramsTokenServesItsOwnTenant() {
        var tokens = tokens(Map.of(
                "grant_type", "client_credentials",
                "client_id", "mediagen-job",
                "client_secret", "mediagen-job-secret"));
        String token = tokens.getString("access_token");
        as(token).statusCode(200).body("balance", is(10_000));
        var owner = new Document("tenant", "acme").append("user", claims(token).getString("sub"));
        assertThat(mongo.getDatabase("mediagen").getCollection("accounts").countDocuments(owner))
                .isEqualTo(1);
        given().header("Authorization", "Bearer " + token)
                .get("/api/keys")
                .then()
                .statusCode(403)
                .body("detail", containsString("the scope admin"));
    }

    @Test
    void aPersonsTokenServesThePersonWithItsRoles() {
        String ann = password("mediagen-app", "ann").getString("access_token");
        as(ann).statusCode(200);
        given().header("Authorization", "Bearer " + ann).get("/api/keys").then().statusCode(200);
        var owner = new Document("tenant", "default").append("user", claims(ann).getString("sub"));
        assertThat(mongo.getDatabase("mediagen").getCollection("accounts").countDocuments(owner))
                .isEqualTo(1);
        String bob = password("mediagen-app", "bob").getString("access_token");
        as(bob).statusCode(200);
        given().header("Authorization", "Bearer " + bob)
                .contentType("application/json")
                .body("{\"headline\":\"A\",\"artStyle\":\"Monet\"}")
                .post("/api/media")
                .then()
                .statusCode(403)
                .body("detail", containsString("the scope generate"));
    }

    @Test
    void idTokensAndRefreshTokensAreNoAccessTokens() {
        var tokens = password("mediagen-app", "ann");
        String id = tokens.getString("id_token");
        assertThat(claims(id).getString("aud")).isEqualTo("mediagen-app");
        unauthorized(id);
        unauthorized(tokens.getString("refresh_token"));
    }

    @Test
    void tokensForAnotherAudienceAreUnauthorized() {
        String token = password("other-app", "ann").getString("access_token");
        assertThat(claims(token).getString("iss")).isEqualTo(issuer);
        unauthorized(token);
    }

    @Test
    void aGenuineTokenThatWasChangedIsUnauthorized() {
        String[] ann = password("mediagen-app", "ann").getString("access_token").split("\\.");
        String[] bob = password("mediagen-app", "bob").getString("access_token").split("\\.");
        unauthorized(ann[0] + "." + ann[1] + "." + bob[2]);
        String none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\"}".getBytes(StandardCharsets.US_ASCII));
        unauthorized(none + "." + ann[1] + ".");
    }

    private JsonPath password(String client, String user) {
        return tokens(Map.of(
                "grant_type", "password", "client_id", client, "username", user, "password", user, "scope", "openid"));
    }

    private JsonPath tokens(Map<String, String> form) {
        return given().formParams(form)
                .post(issuer + "/protocol/openid-connect/token")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath claims(String token) {
        return new JsonPath(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    private static ValidatableResponse as(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/account")
                .then();
    }

    private static void unauthorized(String token) {
        as(token).statusCode(401).body("code", is("UNAUTHORIZED"));
    }
}
