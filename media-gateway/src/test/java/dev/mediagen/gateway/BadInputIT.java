package dev.mediagen.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import com.mongodb.client.MongoClient;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input gets an answer that names the field, and nothing is recorded.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class BadInputIT {
    @Inject
    Workers workers;

    @Inject
    MongoClient mongo;

    private long recorded;

    @BeforeEach
    void workersAreKnown() {
        workers.announce();
        await().until(() ->
                ann().get("/api/voices").jsonPath().getList("voices.name").contains("andreas"));
        await().until(() ->
                ann().get("/api/image/styles").jsonPath().getList("styles").size() > 0);
        recorded = documents();
    }

    @AfterEach
    void nothingIsRecorded() {
        assertThat(documents()).isEqualTo(recorded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/audio/speech   | {"text":"   "}                                          | text
        /api/audio/speech   | {}                                                      | text
        /api/audio/speech   | {"text":5}                                              | text
        /api/audio/speech   | {"text":{"$gt":""}}                                     | text
        /api/audio/speech   | {"text":"Hi\\u0000"}                                    | text
        /api/audio/speech   | {"text":"!?"}                                           | text
        /api/audio/speech   | {"text":"Hi","voice":"Nobody"}                          | voice
        /api/audio/speech   | {"text":"Hi","voice":"LavenderLessons"}                 | voice
        /api/audio/speech   | {"text":"Hi","modelId":"gpt"}                           | modelId
        /api/audio/speech   | {"text":"Hi","stability":1.01}                          | stability
        /api/audio/speech   | {"text":"Hi","stability":"NaN"}                         | stability
        /api/audio/speech   | {"text":"Hi","speed":0.69}                              | speed
        /api/audio/speech   | {"text":"Hi","speed":"1"}                               | speed
        /api/audio/speech   | {"text":"Hi","format":"flac"}                           | format
        /api/audio/speech   | {"text":"Hi","alignment":"yes"}                         | alignment
        /api/audio/speech   | {"text":"Hi","seed":1.5}                                | seed
        /api/audio/speech   | {"text":"Hi","provider":"nobody"}                       | provider
        /api/audio/speech   | {"text":                                                | body
        /api/audio/speech   | [1]                                                     | body
        /api/stream/speech  | {"text":"   "}                                          | text
        /api/stream/speech  | {"text":"!?"}                                           | text
        /api/stream/speech  | {"text":"Hi","voice":"Nobody"}                          | voice
        /api/stream/speech  | {"text":"Hi","speed":"1"}                               | speed
        /api/stream/speech  | {"text":"Hi","format":"flac"}                           | format
        /api/image/generate | {"prompt":""}                                           | prompt
        /api/image/generate | {"prompt":"a","imageSize":"huge"}                       | imageSize
        /api/image/generate | {"prompt":"a","imageSize":7}                            | imageSize
        /api/image/generate | {"prompt":"a","imageSize":{"width":1,"height":512}}     | imageSize.width
        /api/image/generate | {"prompt":"a","numInferenceSteps":51}                   | numInferenceSteps
        /api/image/generate | {"prompt":"a","numInferenceSteps":2.5}                  | numInferenceSteps
        /api/image/generate | {"prompt":"a","guidanceScale":21}                       | guidanceScale
        /api/image/generate | {"prompt":"a","provider":"nobody"}                      | provider
        /api/image/generate-fast | {"prompt":"a","numInferenceSteps":13}              | numInferenceSteps
        /api/image/generate/transform | {"prompt":"a"}                                | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"nothing-of-mine"}   | imageUrl
        /api/prompts        | {"headline":"a"}                                        | style
        /api/prompts        | {"headline":"a","style":"Banksy"}                       | style
        /api/prompts        | {"headline":"a","style":[{"style":"Monet","weight":-1}]} | style[0].weight
        /api/prompts        | {"headline":"a","style":"Monet","constraints":{"maxLength":2001}} | constraints.maxLength
        /api/media          | {"headline":"a"}                                        | artStyle
        /api/media          | {"headline":"a","artStyle":"Banksy"}                    | artStyle
        /api/media          | {"headline":"a","artStyle":"Monet","voiceId":"Nobody"}  | voiceId
        /api/media          | {"headline":"a","artStyle":"Monet","mode":"transform"}  | mode
        /api/image/generate/transform | {"prompt":"a","imageUrl":"http://example.com/a.png"} | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://127.0.0.1/a.png"}  | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://2130706433/a.png"} | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://[::1]/a.png"}      | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://me@example.com/a"} | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://localhost/a.png"}  | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"file:///etc/passwd"}       | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://x y/"}             | imageUrl
        /api/image/generate/transform | {"prompt":"a","imageUrl":"https://example.com/a","strength":1.1} | strength
        /api/audio/speech   | {"text":"Hi","service":"nobody"}                        | service
        /api/audio/speech   | {"text":"Hi","service":"make-an-audio"}                 | service
        /api/audio/speech   | {"text":"Hi","service":"styletts2","voice":"Roger"}     | voice
        /api/audio/speech   | {"text":"Hi","service":"styletts2","voice":"NOpBlnGInO9m6vDvFkFC"} | voice
        /api/audio/speech   | {"text":"Hi","voice":"andreas"}                         | voice
        /api/audio/speech   | {"text":"Hi","provider":"elevenlabs","voice":"Grandpa"} | voice
        /api/webhooks       | {"url":"http://example.com/in"}                         | url
        /api/webhooks       | {"url":"https://127.0.0.1/in"}                          | url
        /api/webhooks       | {"url":"https://[fd00:ec2::254]/in"}                    | url
        /api/webhooks       | {"url":"https://example.com:22/in"}                     | url
        /api/webhooks       | {"url":"https://example.com/in","events":[]}            | events
        /api/audio/conversion | {}                                                    | s3Key
        /api/audio/conversion | {"s3Key":"uploads/acme/x.mp3"}                        | voice
        /api/audio/conversion | {"s3Key":"uploads/acme/x.mp3","voice":"Roger"}        | s3Key
        /api/audio/conversion | {"s3Key":{"$ne":""},"voice":"Roger"}                  | s3Key
        /api/audio/conversion | {"s3Key":"../../etc/passwd","voice":"Roger"}          | s3Key
        /api/audio/conversion | {"s3Key":"x","voice":"Nobody"}                        | voice
        /api/audio/conversion | {"s3Key":"x","voice":"Roger","f0Condition":"no"}      | f0Condition
        /api/audio/conversion | {"s3Key":"x","voice":"Roger","format":"flac"}         | format
        /api/audio/conversion | {"s3Key":"x","voice":"Roger","service":"styletts2"}   | service
        /api/audio/conversion | {"s3Key":"x","voice":"Roger","provider":"nobody"}     | provider
        /api/audio/sound-effects | {}                                                 | prompt
        /api/audio/sound-effects | {"prompt":" "}                                     | prompt
        /api/audio/sound-effects | {"text":"rain"}                                    | prompt
        /api/media          | {"headline":"a","artStyle":"Monet","voiceId":"andreas"} | voiceId
        /api/alignments     | {"audio":"https://example.com/a.mp3","text":"a"}        | audio
        /api/audio/sound-effects | {"prompt":"rain","durationSeconds":0.4}            | durationSeconds
        /api/audio/sound-effects | {"prompt":"rain","durationSeconds":30.1}           | durationSeconds
        /api/audio/sound-effects | {"prompt":"rain","durationSeconds":20.5}           | durationSeconds
        /api/audio/sound-effects | {"prompt":"rain","durationSeconds":"10"}           | durationSeconds
        /api/audio/sound-effects | {"prompt":"rain","voice":"Aria"}                   | voice
        /api/audio/sound-effects | {"prompt":"rain","voiceId":7}                      | voice
        /api/audio/sound-effects | {"prompt":"rain","service":"seedvc"}               | service
        /api/audio/sound-effects | {"prompt":"rain","provider":"nobody"}              | provider
        /api/uploads        | {}                                                      | contentType
        /api/uploads        | {"contentType":"audio/mpeg"}                            | size
        /api/uploads        | {"contentType":"image/svg+xml","size":10}               | contentType
        /api/uploads        | {"contentType":5,"size":10}                             | contentType
        /api/uploads        | {"contentType":"audio/mpeg","size":0}                   | size
        /api/uploads        | {"contentType":"audio/mpeg","size":52428801}            | size
        /api/uploads        | {"contentType":"audio/mpeg","size":99999999999999999999} | size
        /api/uploads        | {"contentType":"audio/mpeg","size":2.5}                 | size
        /api/uploads        | {"contentType":"audio/mpeg","size":"10"}                | size
        /api/voices         | {"consentNote":"hers","voices":[{"provider":"sandbox","voiceId":"a"}]} | name
        /api/voices         | {"name":"Eve","voices":[{"provider":"sandbox","voiceId":"a"}]} | consentNote
        /api/voices         | {"name":"Eve","consentNote":" ","voices":[{"provider":"sandbox","voiceId":"a"}]} | consentNote
        /api/voices         | {"name":"Eve","consentNote":"hers"}                     | voices
        /api/voices         | {"name":"Eve","consentNote":"hers","voices":[]}         | voices
        /api/voices         | {"name":"Eve","consentNote":"hers","voices":[null]}     | voices[0]
        /api/voices         | {"name":"Eve","consentNote":"hers","voices":[{"provider":"sandbox"}]} | voices[0].voiceId
        /api/voices         | {"name":"Eve","consentNote":"hers","voices":[{"provider":"sandbox","voiceId":"../x"}]} | voices[0].voiceId
        /api/voices         | {"name":"Eve","consentNote":"hers","voices":[{"provider":"nobody","voiceId":"a"}]} | voices[0].provider
        /api/image/generate/transform | {"prompt":"a","imageUrl":"x","provider":"nobody"} | provider
        /api/audio/speech   | {"text":"Hi","service":"styletts2","voice":"andreas"}   | voice
        /api/alignments     | {"audio":"x"}                                           | text
        /api/alignments     | {"audio":"nothing-of-mine","text":"a"}                  | audio
        /api/alignments     | {"text":"a"}                                            | audio
        /api/alignments     | {"audio":" ","text":"a"}                                | audio
        /api/alignments     | {"audio":["x"],"text":"a"}                              | audio
        /api/alignments     | {"audio":"x","text":"?!"}                               | text
        /api/alignments     | {"audio":"x","text":7}                                  | text
        /api/alignments     | {"audio":"x","text":"a","languageCode":"english"}       | languageCode
        /api/alignments     | {"audio":"x","text":"a","language_code":"EN"}           | languageCode
        """)
    void namesTheField(String path, String body, String field) {
        problem(ann().body(body).post(path), 400)
                .body("fields.name", hasItem(field))
                .body("fields.message", hasItem(notNullValue()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        voice=Aria              | text
        text=                   | text
        text=!                  | text
        text=Hi&text=Ho         | text
        text=Hi&speed=1.3       | speed
        text=Hi&speed=fast      | speed
        text=Hi&stability=NaN   | stability
        text=Hi&style=1e999999  | style
        text=Hi&format=flac     | format
        text=Hi&quality=3       | quality
        text=Hi&alignment=yes   | alignment
        text=Hi&languageCode=EN | languageCode
        text=Hi&seed=1.5        | seed
        text=Hi&voiceId=Nobody  | voice
        text=Hi&modelId=gpt     | modelId
        text=Hi&provider=nobody | provider
        text=Hi&service=nobody  | service
        """)
    void namesTheParameter(String query, String field) {
        problem(ann().get("/api/stream/speech?" + query), 400)
                .body("fields.name", hasItem(field))
                .body("fields.message", hasItem(notNullValue()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"generate", "generate-fast", "generate/transform"})
    void letsNobodyTurnTheSafetyCheckerOff(String path) {
        problem(
                        ann().body("{\"prompt\":\"a\",\"imageUrl\":\"x\",\"enable_safety_checker\":false}")
                                .post("/api/image/" + path),
                        403)
                .body("code", is("FORBIDDEN"))
                .body("fields.name", hasItem("enableSafetyChecker"));
    }

    @Test
    void refusesOneCharacterTooMany() {
        problem(ann().body("{\"text\":\"" + "a".repeat(20_001) + "\"}").post("/api/audio/speech"), 400)
                .body("fields.name", hasItem("text"));
    }

    @Test
    void refusesTwoMegabytes() {
        var body = "{\"text\":\"" + "a".repeat(2_000_000) + "\"}";
        problem(ann().body(body).post("/api/audio/speech"), 413).body("code", is("BODY_TOO_LARGE"));
    }

    @Test
    void refusesOtherMediaTypes() {
        problem(as("ann").contentType("text/plain").body("Hi").post("/api/audio/speech"), 415)
                .body("code", is("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void refusesAWaitThatIsTooLong() {
        problem(ann().header("Prefer", "wait=121").body("{\"text\":\"Hi\"}").post("/api/audio/speech"), 400)
                .body("fields.name", hasItem("Prefer"));
    }

    @Test
    void knowsNoUnknownIds() {
        for (var path : new String[] {
            "/api/generations/x", "/api/generations/x/alignment", "/api/assets/x", "/api/assets/x/content"
        }) problem(ann().get(path), 404).body("code", is("NOT_FOUND"));
        problem(ann().get("/api/nothing"), 404);
    }

    @Test
    void makesNoWebhookWithoutAKeyToSealItsSecret() {
        problem(ann().body("{\"url\":\"https://example.com/in\"}").post("/api/webhooks"), 503)
                .body("code", is("WEBHOOKS_NOT_CONFIGURED"));
        given().get("/q/health/ready").then().body("checks.data.secrets", hasItem(containsString("MEDIA_WEBHOOK_KEY")));
    }

    @Test
    void letsNobodyInWithoutAKey() {
        problem(given().get("/api/voices"), 401);
        problem(given().header("X-API-Key", "mg_0000000000_" + "a".repeat(43)).get("/api/voices"), 401);
        problem(given().header("Authorization", "Bearer nonsense").get("/api/voices"), 401);
        problem(
                given().contentType("application/json")
                        .body("{\"text\":\"Hi\"}")
                        .post("/api/audio/speech"),
                401);
        problem(given().get("/api/stream/speech?text=Hi"), 401);
        given().get("/api/image/sizes").then().statusCode(200).body("landscape_4_3.width", is(1024));
        given().get("/api/image/styles").then().statusCode(200);
    }

    private static ValidatableResponse problem(io.restassured.response.Response answer, int status) {
        return answer.then()
                .statusCode(status)
                .contentType("application/problem+json")
                .header("X-Request-Id", notNullValue())
                .body("status", is(status))
                .body("requestId", notNullValue());
    }

    private long documents() {
        return Stream.of("generations", "uploads", "voices", "webhooks")
                .mapToLong(name ->
                        mongo.getDatabase("mediagen").getCollection(name).countDocuments())
                .sum();
    }

    private static RequestSpecification ann() {
        return as("ann").contentType("application/json");
    }

    private static RequestSpecification as(String user) {
        return given().header("Authorization", "Bearer " + TwoUsers.key(user));
    }
}
