package dev.mediagen.gateway.access.oidc;

import static io.restassured.RestAssured.get;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import com.mongodb.client.MongoClient;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bson.Document;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whose tokens are believed, and what they say.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = TestIssuer.class, restrictToAnnotatedClass = true)
class TokensIT {
    private static final KeyPair MALLORY = TestTokens.fresh().rsa();

    // not injected: other tests run without them
    private final String issuer = ConfigProvider.getConfig().getValue("OIDC_AUTH_SERVER_URL", String.class);
    private final String keys = ConfigProvider.getConfig().getValue("test.tokens", String.class);

    @Inject
    MongoClient mongo;

    /// A good token, and the ways to bend it.
    record Draft(TestTokens tokens, String issuer, Map<String, Object> header, Map<String, Object> claims) {
        Draft header(String name, Object value) {
            var changed = new HashMap<>(header);
            changed.put(name, value);
            if (value == null) changed.remove(name);
            return new Draft(tokens, issuer, changed, claims);
        }

        Draft claim(String name, Object value) {
            var changed = new HashMap<>(claims);
            changed.put(name, value);
            if (value == null) changed.remove(name);
            return new Draft(tokens, issuer, header, changed);
        }

        Draft claim(String name, long secondsFromNow) {
            return claim(name, (Object) (Instant.now().getEpochSecond() + secondsFromNow));
        }

        String signed() {
            return tokens.signed(header, claims);
        }

        String signedBy(KeyPair somebody) {
            return TestTokens.signed(header, claims, "SHA256withRSA", somebody.getPrivate());
        }
    }

    private Draft good() {
        var roles = Map.of("roles", List.of("offline_access", "generate", "read", "admin"));
        var claims = Map.<String, Object>of(
                "iss", issuer, "aud", TestIssuer.AUDIENCE, "sub", "tess", "azp", "app", "realm_access", roles);
        var header = Map.<String, Object>of("alg", "RS256", "kid", "rsa", "typ", "JWT");
        return new Draft(TestTokens.of(keys), issuer, header, claims)
                .claim("iat", -10)
                .claim("exp", 300);
    }

    @Test
    void genuineTokensOfBothAlgorithmsAreAccepted() {
        as(good().signed()).statusCode(200);
        as(good().header("alg", "ES256").header("kid", "ec").signed()).statusCode(200);
        as(good().header("typ", "at+jwt").signed()).statusCode(200);
        as(good().claim("typ", "Bearer").signed()).statusCode(200);
        as(good().claim("aud", List.of("account", TestIssuer.AUDIENCE)).signed())
                .statusCode(200);
    }

    @Test
    void subjectIsTheUserAndAClaimTheTenant() {
        as(good().claim("sub", "uma").claim("tenant", "acme").signed()).statusCode(200);
        as(good().claim("sub", "uma").signed()).statusCode(200);
        var accounts = mongo.getDatabase("mediagen").getCollection("accounts");
        assertThat(accounts.countDocuments(new Document("_id", "acme/uma"))).isEqualTo(1);
        assertThat(accounts.countDocuments(new Document("_id", "default/uma"))).isEqualTo(1);
    }

    @Test
    void aTokensUserMakesAKeyThatIsAsGoodForTheSameAccount() {
        String token = good().claim("sub", "vic").claim("tenant", "acme").signed();
        String key = given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{\"name\":\"ci\",\"scopes\":[\"admin\"]}")
                .post("/api/keys")
                .then()
                .statusCode(201)
                .extract()
                .path("key");
        given().header("X-API-Key", key).get("/api/keys").then().statusCode(200).body("keys[0].name", is("ci"));
        given().header("Authorization", "Bearer " + key).get("/api/keys").then().statusCode(200);
        // the same subject of another tenant is somebody else
        given().header("Authorization", "Bearer " + good().claim("sub", "vic").signed())
                .get("/api/keys")
                .then()
                .statusCode(200)
                .body("keys.size()", is(0));
    }

    @Test
    void rolesAreScopesAndWithoutThemATokenMayGenerateAndRead() {
        String reader =
                good().claim("realm_access", Map.of("roles", List.of("read"))).signed();
        as(reader).statusCode(200);
        forbidden(reader, "POST", "/api/uploads", "generate");
        String plain = good().claim("realm_access", Map.of("roles", List.of("offline_access", "ADMIN")))
                .signed();
        as(plain).statusCode(200);
        forbidden(plain, "GET", "/api/keys", "admin");
        String bare = good().claim("realm_access", null).signed();
        as(bare).statusCode(200);
        forbidden(bare, "POST", "/api/keys", "admin");
    }

    /// Each is a good token but for the one thing it is called by.
    static Stream<Arguments> attacks() {
        return Stream.of(
                attack("alg none", t -> unsigned(t.header("alg", "none")) + "."),
                attack("alg nOnE", t -> unsigned(t.header("alg", "nOnE")) + "."),
                attack(
                        "alg none, without kid",
                        t -> unsigned(t.header("alg", "none").header("kid", null)) + "."),
                attack("no signature", t -> unsigned(t) + "."),
                attack(
                        "HS256 with the public key in PEM",
                        t -> keyed(t, TestTokens.pem(t.tokens().rsa().getPublic()))),
                attack(
                        "HS256 with the public key in DER",
                        t -> keyed(t, t.tokens().rsa().getPublic().getEncoded())),
                attack(
                        "HS256 with its modulus",
                        t -> keyed(t, t.tokens().rsaKey().get("n").toString().getBytes())),
                attack("RS512 by the right key", t -> t.header("alg", "RS512").signed()),
                attack("another audience", t -> t.claim("aud", "account").signed()),
                attack("no audience", t -> t.claim("aud", null).signed()),
                attack("the audience as part of a word", t -> t.claim("aud", "mediagen2")
                        .signed()),
                attack("another issuer", t -> t.claim("iss", "https://login.example.com")
                        .signed()),
                attack("the issuer with a slash", t -> t.claim("iss", t.issuer() + "/")
                        .signed()),
                attack("no issuer", t -> t.claim("iss", null).signed()),
                attack("expired", t -> t.claim("exp", -60).signed()),
                attack("never expires", t -> t.claim("exp", null).signed()),
                attack("not valid yet", t -> t.claim("nbf", 120).signed()),
                attack("not said when it was made", t -> t.claim("iat", null).signed()),
                attack("no subject", t -> t.claim("sub", null).signed()),
                attack("unknown kid", t -> t.header("kid", "nobody").signed()),
                attack("unknown kid by another key", t -> t.header("kid", "mallory")
                        .signedBy(MALLORY)),
                attack("known kid by another key", t -> t.signedBy(MALLORY)),
                attack("kid of another kind of key", t -> t.header("kid", "ec").signed()),
                attack("kid is a path", t -> t.header("kid", "../../dev/null").signedBy(MALLORY)),
                attack("jku", t -> t.header("jku", t.issuer() + "/stolen").signed()),
                attack("jku by another key", t -> t.header("jku", t.issuer() + "/stolen")
                        .signedBy(MALLORY)),
                attack("jku without kid", t -> t.header("kid", null)
                        .header("jku", t.issuer() + "/stolen")
                        .signedBy(MALLORY)),
                attack("jwk", t -> t.header("jwk", new TestTokens(MALLORY, null).rsaKey())
                        .signedBy(MALLORY)),
                attack("jwk without kid", t -> t.header("kid", null)
                        .header("jwk", new TestTokens(MALLORY, null).rsaKey())
                        .signedBy(MALLORY)),
                attack("x5u", t -> t.header("x5u", t.issuer() + "/stolen").signedBy(MALLORY)),
                attack("x5c", t -> t.header("x5c", List.of("MIIB")).signedBy(MALLORY)),
                attack("crit", t -> t.header("crit", List.of("b64"))
                        .header("b64", false)
                        .signed()),
                attack("an ID token of Keycloak", t -> t.claim("typ", "ID").signed()),
                attack(
                        "an ID token with at_hash",
                        t -> t.claim("at_hash", "x1").claim("nonce", "n").signed()),
                attack("a refresh token", t -> t.claim("typ", "Refresh").signed()),
                attack("a logout token", t -> t.header("typ", "logout+jwt").signed()),
                attack("a tenant that is a path", t -> t.claim("tenant", "../acme")
                        .signed()),
                attack("a tenant that is an object", t -> t.claim("tenant", Map.of("$gt", ""))
                        .signed()),
                attack("claims changed after signing", t -> {
                    String[] mallory = t.claim("sub", "victim").signed().split("\\.");
                    String[] genuine = t.signed().split("\\.");
                    return mallory[0] + "." + mallory[1] + "." + genuine[2];
                }),
                attack("the signature cut short", t -> t.signed()
                        .substring(0, t.signed().length() - 40)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void forgedAndMisusedTokensAreUnauthorized(String name, Function<Draft, String> attack) {
        unauthorized(attack.apply(good()));
        assertThat(get(issuer + "/visits").asString()).isEqualTo("0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage", "a.b.c", "..", "....", "a.b.c.d.e", "eyJhbGciOiJSUzI1NiJ9", "{}", "mg_", "null", "é"})
    void whatIsNoTokenIsUnauthorized(String token) {
        unauthorized(token);
    }

    /// Header and claims that are JSON, and not what a reader expects where it expects it.
    static Stream<Arguments> shapes() {
        var header = "{\"alg\":\"RS256\",\"kid\":\"rsa\"}";
        return Stream.of(
                Arguments.of("[]", "{}"),
                Arguments.of("5", "{}"),
                Arguments.of("null", "null"),
                Arguments.of("{\"alg\":5}", "{}"),
                Arguments.of("{\"alg\":{\"$gt\":\"\"},\"kid\":[]}", "{}"),
                Arguments.of("{\"alg\":\"RS256\",\"kid\":5}", "{\"sub\":\"tess\"}"),
                Arguments.of(header, "[]"),
                Arguments.of(header, "\"text\""),
                Arguments.of(header, "{\"exp\":\"soon\",\"iat\":{},\"sub\":[],\"typ\":5,\"iss\":5,\"aud\":{}}"),
                Arguments.of(header, "{\"sub\":" + "[".repeat(3_000) + "]".repeat(3_000) + "}"),
                Arguments.of(header, "{\"sub\":\"tess\""));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void tokensOfAStrangeShapeAreUnauthorized(String header, String claims) {
        var encoder = Base64.getUrlEncoder().withoutPadding();
        String text = encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        unauthorized(text + ".AAAA");
        unauthorized(text + ".");
    }

    /// The issuer signed them all the same.
    @Test
    void genuineTokensWithStrangeClaimsFailAsTokens() {
        for (Object strange : List.of(5, Map.of("$gt", ""), List.of("a", "b"), true)) {
            for (String claim : List.of("iss", "sub", "exp", "nbf", "typ", "tenant"))
                assertThat(as(good().claim(claim, strange).signed()).extract().statusCode())
                        .as("%s: %s", claim, strange)
                        .isIn(200, 401);
            // no role of ours can be read from it
            forbidden(good().claim("realm_access", strange).signed(), "GET", "/api/keys", "admin");
            forbidden(good().claim("realm_access", Map.of("roles", strange)).signed(), "GET", "/api/keys", "admin");
        }
    }

    /// Each unknown key id could mean that the issuer has new keys.
    @Test
    void madeUpKeyIdsDoNotMakeUsFloodTheIssuer() {
        int before = Integer.parseInt(get(issuer + "/look-ups").asString());
        for (int i = 0; i < 50; i++)
            unauthorized(good().header("kid", UUID.randomUUID().toString()).signedBy(MALLORY));
        int after = Integer.parseInt(get(issuer + "/look-ups").asString());
        assertThat(after - before).isLessThanOrEqualTo(3);
        as(good().signed()).statusCode(200);
    }

    private static Arguments attack(String name, Function<Draft, String> token) {
        return Arguments.of(name, token);
    }

    private static String unsigned(Draft draft) {
        return TestTokens.unsigned(draft.header(), draft.claims());
    }

    private static String keyed(Draft draft, byte[] secret) {
        return TestTokens.keyed(draft.header("alg", "HS256").header(), draft.claims(), secret);
    }

    private static ValidatableResponse as(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/api/account")
                .then();
    }

    private static void unauthorized(String token) {
        as(token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("UNAUTHORIZED"));
    }

    private static void forbidden(String token, String method, String path, String scope) {
        given().header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .body("{}")
                .request(method, path)
                .then()
                .statusCode(403)
                .body("detail", containsString("the scope " + scope));
    }
}
