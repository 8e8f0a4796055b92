package dev.mediagen.gateway.access.oidc;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;

import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The provider of tokens does not answer, from the start.
@QuarkusTest
@TestProfile(IssuerAwayIT.Nobody.class)
@QuarkusTestResource(TestServers.class)
class IssuerAwayIT {
    private static final String KEY = "mg_zoeaway0000_zoezoezoezoezoezoezoezoe";
    private static final String ISSUER = "http://127.0.0.1:1/realms/nobody";

    public static final class Nobody implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "OIDC_AUTH_SERVER_URL",
                    ISSUER,
                    "OIDC_AUDIENCE",
                    "mediagen",
                    "media.access.bootstrap-keys",
                    "zoe:away:" + KEY);
        }
    }

    @Test
    void keysWorkAndTokensCannotBeJudgedNow() {
        given().header("X-API-Key", KEY).get("/api/account").then().statusCode(200);
        given().header("Authorization", "Bearer " + KEY)
                .get("/api/account")
                .then()
                .statusCode(200);
        given().get("/api/account").then().statusCode(401);
        String token =
                TestTokens.fresh().signed(Map.of("alg", "RS256", "kid", "rsa"), Map.of("sub", "tess", "iss", ISSUER));
        given().header("Authorization", "Bearer " + token)
                .get("/api/account")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", is("NOT_READY"))
                .body("retryable", is(true));
        given().header("Authorization", "Bearer garbage")
                .get("/api/account")
                .then()
                .statusCode(401);
    }
}
