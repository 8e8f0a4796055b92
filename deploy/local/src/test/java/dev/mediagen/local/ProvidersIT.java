package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClients;
import dev.mediagen.local.StubVendor.Call;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.imageio.ImageIO;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every provider through the front door: the whole stack as real processes, the vendors as stubs.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvidersIT {
    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static VendorStack stack;
    private static Api api;

    @BeforeAll
    static void start() throws Exception {
        stack = new VendorStack(data);
        api = stack.api;
    }

    @AfterAll
    static void end() throws Exception {
        if (stack != null) stack.close();
    }

    @Test
    void elevenLabsSpeaksWithItsOwnTimings() throws Exception {
        var text = "The ferry left at dawn, and nobody waved.";
        var speech = speech(text, Map.of());
        assertCompletedBy("elevenlabs", speech);
        assertThat(speech.path("fallback").asBoolean()).isFalse();
        assertThat(speech.path("alignmentMethod").asText()).isEqualTo("provider");
        assertThat(speech.path("duration").asDouble()).isCloseTo(TestSound.seconds(text), within(0.05));
        assertThat(api.aligned(speech)).isEqualTo(text);
    }

    @Test
    void whatElevenLabsGivesAsMp3IsKeptAsItIs() throws Exception {
        var speech = speech("Nothing is encoded twice.", Map.of("format", "mp3"));
        assertCompletedBy("elevenlabs", speech);
        assertThat(api.bytes(speech.path("audioUrl"))).isEqualTo(TestSound.mp3(2));
    }

    @Test
    void styleTts2KeepsUnderItsPrefixAndItsOwnObjectIsGone() throws Exception {
        var speech = speech("Snow fell on the quiet harbour.", Map.of("service", "styletts2", "format", "mp3"));
        assertCompletedBy("styletts2", speech);
        assertKept(speech, "styletts2-output/", ".mp3");
        assertGone(stack.styleTts2);
    }

    @Test
    void seedVcConvertsAnUploadedRecording() throws Exception {
        var source = api.upload("audio/wav", TestSound.voice(2, 24_000)).path("s3Key");
        var conversion = api.finished("/api/audio/conversion", Map.of("s3Key", source.asText(), "voice", "andreas"));
        assertCompletedBy("seedvc", conversion);
        assertKept(conversion, "seedvc-outputs/", ".mp3");
        assertGone(stack.seedVc);
        assertThat(stack.bucket.has(source.asText())).isTrue();
    }

    @Test
    void makeAnAudioMakesASoundEffect() throws Exception {
        var effect = api.finished("/api/audio/sound-effects", Map.of("prompt", "waves on a pebble beach"));
        assertCompletedBy("make-an-audio", effect);
        assertKept(effect, "make-an-audio-outputs/", ".mp3");
        assertThat(effect.path("duration").asDouble()).isCloseTo(10.24, within(0.1));
        assertGone(stack.makeAnAudio);
    }

    @ParameterizedTest
    @CsvSource({"generate, png, flux-dev", "generate-fast, webp, flux-schnell"})
    void falPaints(String call, String format, String model) throws Exception {
        var image = api.finished(
                "/api/image/" + call,
                Map.of("prompt", "A lighthouse by " + model, "imageSize", "square", "format", format));
        assertCompletedBy("fal", image);
        assertThat(image.path("model").asText()).isEqualTo(model);
        assertThat(image.path("seed").asText()).isEqualTo(StubFal.SEED.toString());
        assertThat(api.bytes(image.path("imageUrl")))
                .hasSize(image.path("metadata").path("size").asInt());
    }

    @Test
    void falTransformsAnOwnUpload() throws Exception {
        var source = api.upload("image/png", StubFal.picture("png", 640)).path("uploadId");
        var image = api.finished(
                "/api/image/generate/transform",
                Map.of("prompt", "The same at night", "imageUrl", source.asText(), "imageSize", "square"));
        assertCompletedBy("fal", image);
        var input = stack.fal.submitted("The same at night").getFirst().json();
        assertThat(input.path("image_url").asText()).startsWith("data:image/png;base64,");
        assertThat(input.path("strength").asDouble()).isEqualTo(0.75);
        assertThat(ImageIO.read(new ByteArrayInputStream(api.bytes(image.path("imageUrl"))))
                        .getWidth())
                .isEqualTo(512);
    }

    @ParameterizedTest
    @CsvSource({"Overloaded, 3", "Penniless, 1"})
    void openAiSpeaksWhereElevenLabsDoesNot(String kind, int calls) throws Exception {
        var text = kind + " or not, the show goes on.";
        var speech = speech(text, Map.of());
        assertCompletedBy("openai", speech);
        assertThat(speech.path("fallback").asBoolean()).isTrue();
        assertThat(speech.path("warnings").toString()).contains("elevenlabs did not serve");
        assertThat(stack.elevenLabs.asked(text)).hasSize(calls);
        assertThat(stack.openAi.asked(text)).hasSize(1);
        assertThat(api.aligned(speech)).isEqualTo(text);
    }

    @Test
    void whatAProviderFindsInvalidIsAskedOfNobodyElse() throws Exception {
        var text = StubElevenLabs.MALFORMED + " as it is, nobody takes it.";
        var speech = speech(text, Map.of());
        assertFailed("INVALID_REQUEST", speech);
        assertThat(stack.elevenLabs.asked(text)).hasSize(1);
        assertThat(stack.openAi.asked(text)).isEmpty();
    }

    @Test
    void beingAskedToSlowDownCostsTimeAndNoAttempt() throws Exception {
        var text = StubElevenLabs.HURRIED + " people wait as long as they are told.";
        var speech = speech(text, Map.of());
        assertCompletedBy("elevenlabs", speech);
        assertThat(speech.path("attempt").asInt()).isEqualTo(1);
        var calls = stack.elevenLabs.asked(text);
        assertThat(calls).hasSize(StubElevenLabs.TIMES_HURRIED + 1);
        for (int i = 1; i < calls.size(); i++) {
            assertThat(calls.get(i).at() - calls.get(i - 1).at()).isGreaterThan(1_000_000_000L);
        }
    }

    @Test
    void theSameAgainComesFromTheCache() throws Exception {
        var text = "Twice told, once spoken.";
        var first = speech(text, Map.of());
        var second = speech(text, Map.of());
        assertThat(first.path("fromCache").asBoolean()).isFalse();
        assertThat(second.path("fromCache").asBoolean()).isTrue();
        assertThat(second.path("credits").path("charged").asInt()).isZero();
        assertThat(api.bytes(second.path("audioUrl"))).isEqualTo(api.bytes(first.path("audioUrl")));
        assertThat(api.aligned(second)).isEqualTo(text);
        assertThat(stack.elevenLabs.asked(text)).hasSize(1);
    }

    @Test
    void twentyAtOnceAreOneCall() throws Exception {
        var text = "Twenty voices ask for one.";
        var speeches = new ArrayList<JsonNode>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<JsonNode>>();
            for (int i = 0; i < 20; i++) asked.add(callers.submit(() -> speech(text, Map.of())));
            for (var speech : asked) speeches.add(speech.get());
        }
        assertThat(speeches)
                .allSatisfy(speech -> assertThat(speech.path("status").asText()).isEqualTo("completed"));
        assertThat(speeches)
                .filteredOn(speech -> !speech.path("fromCache").asBoolean())
                .hasSize(1);
        assertThat(stack.elevenLabs.asked(text)).hasSize(1);
    }

    @Test
    void aLongTextGoesInChunksAndComesBackAsOne() throws Exception {
        var text = "Dr. Moreau paid 3.14 dollars for the map, then walked along the river until dusk. "
                .repeat(9)
                .substring(0, 700);
        var speech = speech(text, Map.of("service", "styletts2"));
        assertCompletedBy("styletts2", speech);
        var chunks = new ArrayList<String>();
        for (Call call : stack.styleTts2.asked("Moreau"))
            chunks.add(call.json().path("text").asText());
        assertThat(chunks).hasSizeGreaterThanOrEqualTo(6).allSatisfy(chunk -> assertThat(chunk)
                .hasSizeLessThanOrEqualTo(125));
        assertThat(speech.path("duration").asDouble()).isCloseTo(TestSound.seconds(text), within(8.0));
        assertThat(api.aligned(speech)).isEqualTo(text);
        assertKept(speech, "styletts2-output/", ".wav");
        assertGone(stack.styleTts2);
    }

    @Test
    void silenceIsMadeOnceMoreAndThenRejected() throws Exception {
        var text = StubElevenLabs.MUTE + " swans do not sing.";
        var speech = speech(text, Map.of("provider", "elevenlabs"));
        assertFailed("QUALITY_REJECTED", speech);
        assertThat(stack.elevenLabs.asked(text)).hasSize(2);
    }

    @Test
    void silenceIsMadeOnceMoreAndThenByTheNext() throws Exception {
        var text = StubElevenLabs.MUTE + " swans have others sing.";
        assertCompletedBy("openai", speech(text, Map.of()));
        assertThat(stack.elevenLabs.asked(text)).hasSize(2);
    }

    @Test
    void whatFalFlagsIsRejected() throws Exception {
        var prompt = StubFal.FLAGGED + " from the start";
        var image = api.finished("/api/image/generate-fast", Map.of("prompt", prompt, "imageSize", "square"));
        assertFailed("CONTENT_REJECTED", image);
        assertThat(stack.fal.submitted(prompt)).hasSize(1);
    }

    @Test
    void aJobAtFalOutlivesItsWorker() throws Exception {
        var prompt = StubFal.LASTING + " impressions";
        var id = api.post("/api/image/generate-fast", Map.of("prompt", prompt, "imageSize", "square"));
        await().until(() -> stack.fal.looksAtLasting() > 1);
        stack.restart.kill("image-service");
        stack.restart.again("image-service");
        stack.fal.finish();
        assertCompletedBy("fal", api.ended(id));
        assertThat(stack.fal.submitted(prompt)).hasSize(1);
        assertThat(assets(id)).isEqualTo(1);
    }

    @Test
    void aSpeechOutlivesItsWorker() throws Exception {
        var text = StubElevenLabs.HELD + " in the middle of a word.";
        var id = api.post("/api/audio/speech", Map.of("text", text, "format", "wav"));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !stack.elevenLabs.asked(text).isEmpty());
        stack.restart.kill("tts-service");
        stack.elevenLabs.release();
        stack.restart.again("tts-service");
        assertCompletedBy("elevenlabs", api.ended(id));
        assertThat(stack.elevenLabs.asked(text)).hasSize(2);
        assertThat(assets(id)).isEqualTo(2); // the audio and its alignment
    }

    /// Last, when everything has been logged.
    @Test
    @Order(Integer.MAX_VALUE)
    void noLogTellsAKey() throws Exception {
        for (var process : stack.state().processes().values()) {
            assertThat(Path.of(process.log())).isNotEmptyFile();
        }
        try (var logs = Files.walk(data.resolve("logs")).filter(Files::isRegularFile)) {
            assertThat(logs).hasSizeGreaterThan(5).allSatisfy(log -> assertThat(Files.readString(log))
                    .doesNotContain(
                            StubElevenLabs.KEY,
                            StubFal.KEY,
                            StubOpenAi.KEY,
                            StubModelServer.KEY,
                            "stub-secret-of-fal"));
        }
    }

    private static JsonNode speech(String text, Map<String, String> more) throws Exception {
        var body = new HashMap<>(Map.of("text", text, "format", "wav"));
        body.putAll(more);
        return api.finished("/api/audio/speech", body);
    }

    private static void assertCompletedBy(String provider, JsonNode generation) {
        assertThat(generation.path("status").asText()).as("%s", generation).isEqualTo("completed");
        assertThat(generation.path("provider").asText()).as("%s", generation).isEqualTo(provider);
    }

    private static void assertFailed(String code, JsonNode generation) {
        assertThat(generation.path("status").asText()).as("%s", generation).isEqualTo("failed");
        assertThat(generation.path("error").path("code").asText())
                .as("%s", generation)
                .isEqualTo(code);
        assertThat(generation.path("credits").path("charged").asInt()).isZero();
    }

    private static void assertKept(JsonNode generation, String prefix, String extension) {
        var key = generation.path("s3Key").asText();
        assertThat(key).matches(prefix + UUID + "\\" + extension);
        assertThat(stack.bucket.has(key)).isTrue();
    }

    private static void assertGone(StubModelServer server) {
        assertThat(server.made()).isNotEmpty().noneMatch(stack.bucket::has);
    }

    private static long assets(String generation) {
        try (var client = MongoClients.create(stack.state().mongo())) {
            return client.getDatabase("mediagen")
                    .getCollection("assets")
                    .countDocuments(new Document("generationId", generation));
        }
    }
}
