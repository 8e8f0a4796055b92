package dev.mediagen.gateway;

import static dev.mediagen.gateway.Callers.ann;
import static dev.mediagen.gateway.Callers.bob;
import static dev.mediagen.gateway.Callers.generation;
import static dev.mediagen.gateway.Callers.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import com.mongodb.client.MongoClient;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.local.servers.TopicLog;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Voices that can be asked for: the workers' and the callers' own.
@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class VoicesIT {
    @Inject
    Workers workers;

    @Inject
    MongoClient mongo;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private TopicLog log;

    @BeforeEach
    void listen() {
        log = TopicLog.of(kafka, SpeechRequested.TOPIC);
        Callers.know(workers);
    }

    @AfterEach
    void stopListening() {
        log.close();
    }

    @Test
    void listsConfiguredAndOwnVoices() {
        String id = registered("Ann herself", "sandbox");
        ann().get("/api/voices")
                .then()
                .body("voices.name", hasItems("Ann herself", "Aria", "Roger", "LavenderLessons", "andreas"))
                .body("voices.name", not(hasItem("Our narrator")))
                .body("voices.find{it.name == 'Ann herself'}.id", is(id))
                .body("voices.find{it.name == 'Roger'}.providers", containsInAnyOrder("sandbox", "elevenlabs"))
                .body("voices.find{it.name == 'andreas'}.providers", containsInAnyOrder("styletts2", "seedvc"));
        ann().get("/api/voices?type=custom")
                .then()
                .body("voices.type", everyItem(is("Custom")))
                .body("voices.name", hasItems("Ann herself", "Aria"));
        bob().get("/api/voices").then().body("voices.name", not(hasItem("Ann herself")));
        ann().delete("/api/voices/" + id).then().statusCode(204);
    }

    @Test
    void listsWhatTheAccountHasAndWhatItLost() {
        ann().get("/api/voices/account")
                .then()
                .body("voices.name", containsInAnyOrder("Roger", "Grandpa", "Our narrator"))
                .body("voices.find{it.name == 'Grandpa'}.retired", is(true))
                .body("voices.find{it.name == 'Our narrator'}.type", is("Account"));
    }

    @Test
    void aVoiceOfTheAccountIsNotEverybodys() {
        ann().contentType("application/json")
                .body("{\"text\":\"Hi\",\"voice\":\"Our narrator\",\"provider\":\"elevenlabs\"}")
                .post("/api/audio/speech")
                .then()
                .statusCode(400)
                .body("code", is("VOICE_NOT_FOUND"))
                .body("fields[0].message", containsString("register it"));
    }

    @Test
    void speaksWithAnOwnVoiceBeforeAConfiguredOneOfItsName() {
        String id = registered("ARIA", "sandbox");
        String speech = start("/api/audio/speech", "{\"text\":\"Hi\"}");
        String story =
                start("/api/media", "{\"headline\":\"Rockets\",\"artStyle\":\"Monet\",\"voiceId\":\"" + id + "\"}");
        workers.madePrompt(story);
        for (String generation : new String[] {speech, story}) {
            await().until(() -> !log.values(SpeechRequested.TOPIC, generation).isEmpty());
            var asked =
                    JsonPath.from(log.values(SpeechRequested.TOPIC, generation).getFirst());
            assertThat(asked.getString("ownVoices[0].provider")).isEqualTo("sandbox");
            assertThat(asked.getString("ownVoices[0].voiceId")).isEqualTo("voice-1");
        }
        ann().delete("/api/voices/" + id).then().statusCode(204);
        String later = start("/api/audio/speech", "{\"text\":\"Hi\"}");
        await().until(() -> !log.values(SpeechRequested.TOPIC, later).isEmpty());
        assertThat(JsonPath.from(log.values(SpeechRequested.TOPIC, later).getFirst())
                        .getList("ownVoices"))
                .isNull();
    }

    @Test
    void takesNoOwnVoicesFromABody() {
        String id = start(
                "/api/audio/speech",
                "{\"text\":\"Hi\",\"ownVoices\":[{\"provider\":\"sandbox\",\"voiceId\":\"stolen\"}]}");
        await().until(() -> !log.values(SpeechRequested.TOPIC, id).isEmpty());
        assertThat(log.values(SpeechRequested.TOPIC, id).getFirst()).doesNotContain("stolen");
        generation(id).body("warnings", hasItem("unknown field ignored: ownVoices"));
    }

    @Test
    void ownNamesAreUniqueInAnyCaseForEachOwner() {
        String id = registered("Mother", "sandbox");
        register("mOTHER ", "sandbox")
                .statusCode(409)
                .body("code", is("NAME_TAKEN"))
                .body("fields.name", hasItem("name"));
        bob().body(body("Mother", "sandbox"))
                .post("/api/voices")
                .then()
                .statusCode(201)
                .body("id", not(is(id)));
        ann().delete("/api/voices/" + id).then().statusCode(204);
        ann().delete("/api/voices/" + id).then().statusCode(404);
    }

    @Test
    void nobodyUsesOrDeletesAnothersVoice() {
        String id = registered("Father", "sandbox");
        bob().delete("/api/voices/" + id).then().statusCode(404);
        for (String voice : new String[] {"Father", id})
            bob().body("{\"text\":\"Hi\",\"voice\":\"%s\"}".formatted(voice))
                    .post("/api/audio/speech")
                    .then()
                    .statusCode(400)
                    .body("code", is("VOICE_NOT_FOUND"));
        ann().delete("/api/voices/" + id).then().statusCode(204);
    }

    @Test
    void refusesAnOwnVoiceWithoutAnEquivalent() {
        String id = registered("Sister", "elevenlabs");
        notFound("{\"text\":\"Hi\",\"voice\":\"sister\"}", "without an equivalent at sandbox");
        start("/api/audio/speech", "{\"text\":\"Hi\",\"voice\":\"sister\",\"provider\":\"elevenlabs\"}");
        ann().delete("/api/voices/" + id).then().statusCode(204);
    }

    @Test
    void saysWhyAKnownVoiceCannotBeHad() {
        notFound("{\"text\":\"Hi\",\"voice\":\"Grandpa\",\"provider\":\"elevenlabs\"}", "was retired by elevenlabs");
        notFound("{\"text\":\"Hi\",\"voice\":\"andreas\"}", "is a voice of styletts2");
        notFound("{\"text\":\"Hi\",\"voice\":\"Roger\",\"service\":\"styletts2\"}", "is not a voice of styletts2");
        notFound(
                "{\"text\":\"Hi\",\"voice\":\"andreas\",\"service\":\"styletts2\"}",
                "is a voice of styletts2, which is not configured here, and of nobody who serves instead");
    }

    @Test
    void keepsNoMoreOwnVoicesThanAnybodyMayHave() {
        var many = mongo.getDatabase("mediagen").getCollection("voices");
        var owner = new Document("tenant", "acme").append("user", "bob").append("filler", true);
        many.insertMany(IntStream.range(0, 200)
                .mapToObj(i -> new Document(owner).append("_id", "filler-" + i).append("nameKey", "filler " + i))
                .toList());
        try {
            bob().body(body("One more", "sandbox"))
                    .post("/api/voices")
                    .then()
                    .statusCode(429)
                    .header("Retry-After", "3600")
                    .body("code", is("QUOTA_EXCEEDED"));
        } finally {
            many.deleteMany(owner);
        }
    }

    private static void notFound(String body, String why) {
        ann().body(body)
                .post("/api/audio/speech")
                .then()
                .statusCode(400)
                .body("code", is("VOICE_NOT_FOUND"))
                .body("fields.name", hasItem("voice"))
                .body("detail", containsString(why));
    }

    private static String registered(String name, String provider) {
        return register(name, provider).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse register(String name, String provider) {
        return ann().body(body(name, provider)).post("/api/voices").then();
    }

    private static String body(String name, String provider) {
        return """
            {"name":"%s","consentNote":"she signed on 2 May","voices":[{"provider":"%s","voiceId":"voice-1"}]}""".formatted(name, provider);
    }
}
