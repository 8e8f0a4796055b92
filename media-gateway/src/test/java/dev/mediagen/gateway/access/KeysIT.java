package dev.mediagen.gateway.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.mongodb.client.MongoClient;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// API keys from their creation to their end. A user of its own for each test that makes some.
@QuarkusTest
@TestProfile(KeysIT.Users.class)
@QuarkusTestResource(TestServers.class)
class KeysIT {
    public static final class Users implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            String keys = Stream.of("ann", "bob", "cal", "dee", "eve", "fay", "gus", "hal", "ida")
                    .map(user -> "%s:keys:%s".formatted(user, whole(user)))
                    .collect(Collectors.joining(","));
            return Map.of("media.access.bootstrap-keys", keys);
        }
    }

    @Inject
    MongoClient mongo;

    @Test
    void aKeyIsShownOnceAndListedWithoutItsSecret() {
        var made = create("ann", "{\"name\":\"phone\",\"scopes\":[\"read\",\"generate\"]}")
                .statusCode(201)
                .body("key", matchesPattern("mg_[A-Za-z0-9]{12}_[A-Za-z0-9]{49}"))
                .body("scopes", contains("generate", "read"))
                .body("expiresAt", nullValue())
                .extract();
        String key = made.path("key");
        String id = made.path("id");
        assertThat(key).startsWith("mg_" + id + "_").endsWith(made.path("last4"));
        with(whole("ann"))
                .get("/api/keys")
                .then()
                .statusCode(200)
                .body("keys[0].id", is(id))
                .body("keys[0].name", is("phone"))
                .body("keys[0].createdAt", is(made.<String>path("createdAt")))
                .body("keys[0].last4", is(made.<String>path("last4")))
                .body("keys[0].key", nullValue());
        with(key).get("/api/account").then().statusCode(200);
        given().header("Authorization", "Bearer " + key)
                .get("/api/account")
                .then()
                .statusCode(200);
        // nothing of it but its id and its end is kept
        String secret = key.substring(key.lastIndexOf('_') + 1);
        for (var stored : mongo.getDatabase("mediagen").getCollection("apiKeys").find())
            assertThat(stored.toJson()).doesNotContain(secret.substring(0, 20));
    }

    @Test
    void aRevokedKeyOpensNothingOnAnyReplica() {
        var made = made("bob", "{\"name\":\"laptop\",\"scopes\":[\"read\"]}");
        String key = made.path("key");
        // another replica is another cache over the same database
        var elsewhere = new ApiKeys(Optional.empty());
        assertThat(elsewhere.open(key)).isPresent();
        with(key).get("/api/account").then().statusCode(200);
        with(whole("bob")).delete("/api/keys/" + made.path("id")).then().statusCode(204);
        unauthorized(with(key).get("/api/account").then());
        await().atMost(Duration.ofSeconds(5)).until(() -> elsewhere.open(key).isEmpty());
        with(whole("bob")).delete("/api/keys/" + made.path("id")).then().statusCode(404);
    }

    @Test
    void anExpiredKeyOpensNothing() {
        var at = Instant.now().plusSeconds(2);
        var made = made("cal", "{\"name\":\"guest\",\"scopes\":[\"read\"],\"expiresAt\":\"%s\"}".formatted(at));
        String key = made.path("key");
        with(key).get("/api/account").then().statusCode(200);
        await().atMost(Duration.ofSeconds(5))
                .until(() -> with(key).get("/api/account").statusCode() == 401);
        assertThat(Instant.now()).isAfterOrEqualTo(at.minusMillis(1));
        with(whole("cal")).get("/api/keys").then().body("keys.id", hasItem(made.<String>path("id")));
    }

    @ParameterizedTest
    @CsvSource({
        "read,     GET,    /api/account,                200",
        "read,     GET,    /api/voices,                 200",
        "read,     POST,   /api/audio/speech,           generate",
        "read,     POST,   /api/image/generate,         generate",
        "read,     POST,   /api/uploads,                generate",
        "read,     POST,   /api/voices,                 generate",
        "read,     POST,   /api/generations/x/cancel,   generate",
        "read,     POST,   /api/generations/x/retry,    generate",
        "read,     DELETE, /api/voices/x,               generate",
        "read,     GET,    /api/stream/speech?text=Hi,  generate",
        "read,     GET,    /api/keys,                   admin",
        "read,     GET,    /api/%6Beys,                 admin",
        "read,     POST,   /api/keys,                   admin",
        "read,     DELETE, /api/keys/x,                 admin",
        "generate, GET,    /api/account,                read",
        "generate, GET,    /api/generations/x,          read",
        "generate, GET,    /api/generations/x/events,   read",
        "generate, GET,    /api/assets/x/content,       read",
        "generate, POST,   /api/uploads,                400",
        "generate, POST,   /api/keys,                   admin",
        "admin,    GET,    /api/keys,                   200",
        "admin,    GET,    /api/account,                read",
        "admin,    POST,   /api/media,                  generate",
        "read,     GET,    /api/image/styles,           200",
        "admin,    GET,    /api/image/sizes,            200"
    })
    void aKeyDoesWhatItsScopesSay(String scope, String method, String path, String expected) {
        String key = made("dee", "{\"name\":\"one\",\"scopes\":[\"%s\"]}".formatted(scope))
                .path("key");
        var answer = with(key)
                .urlEncodingEnabled(false)
                .body("{}")
                .request(method, path)
                .then();
        with(whole("dee")).delete("/api/keys/" + key.split("_")[1]).then().statusCode(204);
        if (Character.isDigit(expected.charAt(0))) answer.statusCode(Integer.parseInt(expected));
        else
            answer.statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", is("FORBIDDEN"))
                    .body("retryable", is(false))
                    .body("detail", containsString("the scope " + expected));
    }

    @ParameterizedTest
    @CsvSource({"OPTIONS, /api/keys", "PUT, /api/keys", "PATCH, /api/account", "GET, /api/nothing", "TRACE, /api/keys"})
    void whatIsNotServedDoesNothing(String method, String path) {
        assertThat(with(whole("ann")).request(method, path).statusCode()).isIn(200, 404, 405);
        assertThat(given().request(method, path).statusCode()).isIn(200, 401, 404, 405);
    }

    @Test
    void aKeyPassesOnNoScopeThatItDoesNotHave() {
        String admin =
                made("eve", "{\"name\":\"a\",\"scopes\":[\"admin\",\"read\"]}").path("key");
        with(admin)
                .body("{\"name\":\"more\",\"scopes\":[\"read\",\"generate\"]}")
                .post("/api/keys")
                .then()
                .statusCode(403)
                .body("fields[0].name", is("scopes"))
                .body("detail", containsString("generate"));
        with(admin)
                .body("{\"name\":\"as much\",\"scopes\":[\"read\",\"admin\"]}")
                .post("/api/keys")
                .then()
                .statusCode(201);
    }

    @Test
    void keysOfSomebodyElseAreNotThere() {
        var made = made("fay", "{\"name\":\"mine\",\"scopes\":[\"read\"]}");
        with(whole("gus")).delete("/api/keys/" + made.path("id")).then().statusCode(404);
        with(whole("gus")).get("/api/keys").then().body("keys.name", not(contains("mine")));
        with(made.path("key")).get("/api/account").then().statusCode(200);
    }

    @Test
    void nobodyHasMoreThanFiftyKeys() throws Exception {
        try (var clients = Executors.newFixedThreadPool(8)) {
            var posts = new ArrayList<Callable<Integer>>();
            for (int i = 0; i < 60; i++)
                posts.add(() -> create("hal", "{\"name\":\"k\",\"scopes\":[\"read\"]}")
                        .extract()
                        .statusCode());
            for (var post : clients.invokeAll(posts)) assertThat(post.get()).isIn(201, 429);
        }
        // those that met at the edge may all have been turned away
        while (create("hal", "{\"name\":\"k\",\"scopes\":[\"read\"]}").extract().statusCode() == 201) {}
        with(whole("hal")).get("/api/keys").then().body("keys", hasSize(ApiKeys.MOST));
        create("hal", "{\"name\":\"k\",\"scopes\":[\"read\"]}").statusCode(429).body("code", is("QUOTA_EXCEEDED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                                                            | name",
                "{'name':' ','scopes':['read']}                                                | name",
                "{'name':{'$gt':''},'scopes':['read']}                                         | name",
                "{'name':'a','scopes':[]}                                                      | scopes",
                "{'name':'a','scopes':['root']}                                                | scopes[0]",
                "{'name':'a','scopes':'read'}                                                  | scopes",
                "{'name':'a','scopes':[null]}                                                  | scopes",
                "{'name':'a','scopes':['read'],'expiresAt':'2020-01-01T00:00:00Z'}             | expiresAt",
                "{'name':'a','scopes':['read'],'expiresAt':'tomorrow'}                         | expiresAt",
                "{'name':'a','scopes':['read'],'expiresAt':1}                                  | expiresAt"
            },
            quoteCharacter = '`')
    void aBadKeyRequestNamesItsField(String body, String field) {
        create("ida", body.replace('\'', '"'))
                .statusCode(400)
                .body("code", is("VALIDATION_ERROR"))
                .body("fields.name.join(',')", containsString(field));
        with(whole("ida")).get("/api/keys").then().body("keys.name", contains("bootstrap"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer mg_annann00000000_annannannannannannannannann",
                "Bearer mg_annann",
                "Bearer mg_",
                "Bearer garbage",
                "Bearer a.b.c",
                "Bearer ",
                "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.",
                "Basic YW5uOmFubg=="
            })
    void whatIsNoKeyIsUnauthorizedWhileOidcIsOff(String authorization) {
        unauthorized(given().header("Authorization", authorization)
                .get("/api/account")
                .then());
    }

    @Test
    void nothingButTheCatalogIsOpen() {
        given().get("/api/image/sizes").then().statusCode(200);
        given().get("/api/image/styles").then().statusCode(200);
        Map<String, Map<String, Object>> paths = given().accept("application/json")
                .get("/q/openapi")
                .then()
                .extract()
                .path("paths");
        assertThat(paths).containsKeys("/api/keys", "/api/media", "/api/account");
        var open = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .filter(method -> Stream.of("get", "post", "put", "delete", "patch")
                                .anyMatch(method::equals))
                        .filter(method -> given().contentType("application/json")
                                        .body("{}")
                                        .request(
                                                method.toUpperCase(Locale.ROOT),
                                                path.getKey().replaceAll("\\{[^}]*}", "x"))
                                        .statusCode()
                                != 401)
                        .map(method -> method + " " + path.getKey()))
                .toList();
        assertThat(open).containsExactlyInAnyOrder("get /api/image/sizes", "get /api/image/styles");
    }

    private static void unauthorized(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("UNAUTHORIZED"));
    }

    private static ExtractableResponse<Response> made(String user, String body) {
        return create(user, body).statusCode(201).extract();
    }

    private static ValidatableResponse create(String user, String body) {
        return with(whole(user)).body(body).post("/api/keys").then();
    }

    private static RequestSpecification with(String key) {
        return given().header("X-API-Key", key).contentType("application/json");
    }

    private static String whole(String user) {
        return "mg_%skeys0000_%s".formatted(user, user.repeat(14));
    }
}
