package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioSystem;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All five services as processes of their own over a real broker, database and store.
class SystemIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static LocalStack stack;
    private static Process byHand;

    @BeforeAll
    static void start() throws Exception {
        var project = Project.fromSystemProperty();
        var options = Options.parse(List.of("--no-story", "--port", "0", "--data", data.toString()), project.root());
        stack = LocalStack.start(options, project, new Environment(Map.of()), Console.silent());
    }

    @AfterAll
    static void end() throws Exception {
        if (byHand != null) {
            byHand.destroy();
            byHand.waitFor();
        }
        if (stack != null) stack.close();
    }

    @Test
    void tellsAStory() throws Exception {
        var story = finished("/api/media", """
                {"headline": "Two rockets met in orbit", "artStyle": "monet", "text": "Two rockets met in orbit. Nobody paid."}""");
        assertThat(story.path("status").asText()).isEqualTo("completed");
        assertThat(story.path("progress").asInt()).isEqualTo(100);
        assertThat(story.path("warnings").toString()).contains("sandbox").contains("MaryTTS");
        var result = story.path("result");
        var image =
                ImageIO.read(new ByteArrayInputStream(bytes(result.path("image").path("imageUrl"))));
        assertThat(image.getWidth())
                .isEqualTo(result.path("image").path("width").asInt())
                .isEqualTo(1024);
        assertThat(bytes(result.path("audio").path("audioUrl"))).startsWith(0xff, 0xfb);
        String vtt = new String(bytes(result.path("audio").path("captions").path("vtt")));
        assertThat(vtt).startsWith("WEBVTT").contains("rockets").contains("Nobody");
        assertThat(result.path("prompt").path("prompt").asText()).contains("Two rockets met in orbit");
        for (String part : List.of("image", "audio", "alignment")) {
            var asset = get("/api/assets/" + story.path("id").asText() + "-" + part);
            assertThat(asset.path("size").asLong()).isPositive();
        }
    }

    /// The proof that captions match the sound: it is quiet where no word is.
    @Test
    void timesEveryWordWhereItIsHeard() throws Exception {
        String text = "The bill was $5.20 at 3:45. \"Stop!\" she said; nobody moved 👍.";
        var speech = finished(
                "/api/audio/speech", ContractJson.mapper().writeValueAsString(Map.of("text", text, "format", "wav")));
        assertThat(speech.path("status").asText()).isEqualTo("completed");
        assertThat(speech.path("alignmentMethod").asText()).isEqualTo("provider");
        var sound = sound(bytes(speech.path("audioUrl")));
        assertThat(sound.seconds()).isCloseTo(speech.path("duration").asDouble(), within(0.02));
        String base = "/api/generations/" + speech.path("id").asText() + "/alignment";
        var characters = new StringBuilder();
        get(base).path("characters").forEach(c -> characters.append(c.asText()));
        assertThat(characters).hasToString(text);

        var spoken = new ArrayList<Double>();
        var silent = new ArrayList<Double>();
        double before = 0;
        for (JsonNode word : get(base + "?form=words")) {
            double start = word.path("start").asDouble();
            double end = word.path("end").asDouble();
            assertThat(start).isBetween(before, sound.seconds());
            if (start - before > 0.12) silent.add(sound.level(before + 0.03, start - 0.03));
            if (end - start > 0.1) spoken.add(sound.level(start, end));
            before = end;
        }
        assertThat(silent).isNotEmpty().allSatisfy(level -> assertThat(level).isLessThan(0.1 * quietest(spoken)));
    }

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "webp, image/webp"})
    void makesImagesInEveryFormat(String format, String mediaType) throws Exception {
        var image = finished(
                "/api/image/generate-fast",
                "{\"prompt\":\"a harbour at night\",\"seed\":\"17454220438242315174\",\"format\":\"%s\",\"imageSize\":{\"width\":320,\"height\":208}}"
                        .formatted(format));
        assertThat(image.path("model").asText()).isEqualTo("flux-schnell");
        assertThat(image.path("seed").asText()).isEqualTo("17454220438242315174");
        assertThat(image.path("metadata").path("dimensions").path("height").asInt())
                .isEqualTo(208);
        assertThat(get("/api/assets/" + image.path("assetId").asText())
                        .path("contentType")
                        .asText())
                .isEqualTo(mediaType);
        assertThat(bytes(image.path("imageUrl")))
                .hasSize(image.path("metadata").path("size").asInt());
    }

    @Test
    void repaintsAnOwnImageAndAlignsAnOwnRecording() throws Exception {
        var first = finished("/api/image/generate-fast", "{\"prompt\":\"a harbour\",\"imageSize\":\"square\"}");
        var second = finished(
                "/api/image/generate/transform",
                "{\"prompt\":\"a harbour in the style of Monet\",\"imageSize\":\"square\",\"imageUrl\":\"%s\"}"
                        .formatted(first.path("assetId").asText()));
        assertThat(second.path("model").asText()).isEqualTo("flux-dev-i2i");
        var speech = finished("/api/audio/speech", "{\"text\":\"Nobody moved at all.\",\"alignment\":false}");
        var alignment = finished(
                "/api/alignments",
                "{\"audio\":\"%s\",\"text\":\"Nobody moved at all.\"}"
                        .formatted(speech.path("assetId").asText()));
        assertThat(alignment.path("alignmentMethod").asText()).isEqualTo("estimated");
        assertThat(alignment.path("alignmentConfidence").asDouble()).isBetween(0.1, 0.6);
        assertThat(new String(bytes(alignment.path("captions").path("srt")))).contains("Nobody moved at all.");
    }

    @Test
    void finishesAStoryThoughItsSpeakerIsKilled() throws Exception {
        var speaker = stack.state().processes().get("tts-service");
        String long1 = "The quick brown fox jumps over the lazy dog. ".repeat(25);
        String id = post("/api/audio/speech", ContractJson.mapper().writeValueAsString(Map.of("text", long1)));
        await(id, "running");
        ProcessHandle.of(speaker.pid()).orElseThrow().destroyForcibly();
        byHand = new ProcessBuilder("sh", "-c", "exec " + speaker.command())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("by-hand.log").toFile())
                .start();
        var ended = awaitEnd(id);
        assertThat(ended.path("status").asText()).isEqualTo("completed");
        assertThat(ended.path("alignmentMethod").asText()).isEqualTo("provider");
    }

    private static double quietest(List<Double> levels) {
        return levels.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    private record Sound(float[] samples, float rate) {
        double seconds() {
            return samples.length / rate;
        }

        /// Root mean square of a stretch.
        double level(double from, double to) {
            double sum = 0;
            int first = (int) (from * rate);
            int last = Math.min(samples.length, (int) (to * rate));
            for (int i = first; i < last; i++) sum += samples[i] * samples[i];
            return Math.sqrt(sum / Math.max(1, last - first));
        }
    }

    private static Sound sound(byte[] wav) throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(wav))) {
            byte[] bytes = in.readAllBytes();
            var samples = new float[bytes.length / 2];
            for (int i = 0; i < samples.length; i++)
                samples[i] = (short) ((bytes[2 * i] & 0xff) | bytes[2 * i + 1] << 8) / 32768f;
            return new Sound(samples, in.getFormat().getSampleRate());
        }
    }

    private static JsonNode finished(String path, String body) throws Exception {
        return awaitEnd(post(path, body));
    }

    private static JsonNode awaitEnd(String id) throws Exception {
        return await(id, "completed", "failed", "partial", "expired");
    }

    private static JsonNode await(String id, String... statuses) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> get("/api/generations/" + id), generation -> List.of(statuses)
                        .contains(generation.path("status").asText()));
    }

    private static String post(String path, String body) throws Exception {
        var request = to(URI.create(stack.state().gateway() + path))
                .header("Content-Type", "application/json")
                .header("Prefer", "respond-async")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return ContractJson.mapper().readTree(answer.body()).path("id").asText();
    }

    private static JsonNode get(String path) throws Exception {
        var request = to(URI.create(stack.state().gateway() + path)).build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ContractJson.mapper().readTree(answer.body());
    }

    private static byte[] bytes(JsonNode url) throws Exception {
        var target = URI.create(url.asText());
        boolean ours = url.asText().startsWith(stack.state().gateway());
        var request = ours ? to(target).build() : HttpRequest.newBuilder(target).build();
        var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private static HttpRequest.Builder to(URI target) {
        return HttpRequest.newBuilder(target)
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + stack.state().apiKey());
    }
}
