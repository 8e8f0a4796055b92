package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All five services as processes of their own over a real broker, database and store.
class SystemIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path data;

    private static LocalStack stack;
    private static Api api;
    private static Process byHand;

    @BeforeAll
    static void start() throws Exception {
        var project = Project.fromSystemProperty();
        var options = Options.parse(List.of("--no-story", "--port", "0", "--data", data.toString()), project.root());
        // a sandbox that was out of credit in one test has some in the next
        var environment = new Environment(
                Map.of("MEDIA_CALLS_ACCOUNT_PAUSE", "0.001s", "MEDIA_THROTTLE_STARTS_PER_MINUTE", "1000"));
        stack = LocalStack.start(options, project, environment, Console.silent());
        api = new Api(stack.state());
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
        var story = api.finished(
                "/api/media",
                Map.of(
                        "headline", "Two rockets met in orbit",
                        "artStyle", "monet",
                        "text", "Two rockets met in orbit. Nobody paid."));
        assertThat(story.path("status").asText()).isEqualTo("completed");
        assertThat(story.path("progress").asInt()).isEqualTo(100);
        assertThat(story.path("warnings").toString()).contains("sandbox").contains("MaryTTS");
        var result = story.path("result");
        var image = ImageIO.read(
                new ByteArrayInputStream(api.bytes(result.path("image").path("imageUrl"))));
        assertThat(image.getWidth())
                .isEqualTo(result.path("image").path("width").asInt())
                .isEqualTo(1024);
        assertThat(api.bytes(result.path("audio").path("audioUrl"))).startsWith(0xff, 0xfb);
        String vtt = new String(api.bytes(result.path("audio").path("captions").path("vtt")));
        assertThat(vtt).startsWith("WEBVTT").contains("rockets").contains("Nobody");
        assertThat(result.path("prompt").path("prompt").asText()).contains("Two rockets met in orbit");
        for (String part : List.of("image", "audio", "alignment")) {
            var asset = api.get("/api/assets/" + story.path("id").asText() + "-" + part);
            assertThat(asset.path("size").asLong()).isPositive();
        }
    }

    /// The proof that captions match the sound: it is quiet where no word is.
    @Test
    void timesEveryWordWhereItIsHeard() throws Exception {
        String text = "The bill was $5.20 at 3:45. \"Stop!\" she said; nobody moved 👍.";
        var speech = api.finished("/api/audio/speech", Map.of("text", text, "format", "wav"));
        assertThat(speech.path("status").asText()).isEqualTo("completed");
        assertThat(speech.path("alignmentMethod").asText()).isEqualTo("provider");
        var sound = HeardSound.of(api.bytes(speech.path("audioUrl")));
        assertThat(sound.seconds()).isCloseTo(speech.path("duration").asDouble(), within(0.02));
        String base = "/api/generations/" + speech.path("id").asText() + "/alignment";
        assertThat(api.aligned(speech)).isEqualTo(text);

        var spoken = new ArrayList<Double>();
        var silent = new ArrayList<Double>();
        double before = 0;
        for (JsonNode word : api.get(base + "?form=words")) {
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
        var image = api.finished(
                "/api/image/generate-fast",
                Map.of(
                        "prompt",
                        "a harbour at night",
                        "seed",
                        "17454220438242315174",
                        "format",
                        format,
                        "imageSize",
                        Map.of("width", 320, "height", 208)));
        assertThat(image.path("model").asText()).isEqualTo("flux-schnell");
        assertThat(image.path("seed").asText()).isEqualTo("17454220438242315174");
        assertThat(image.path("metadata").path("dimensions").path("height").asInt())
                .isEqualTo(208);
        assertThat(api.get("/api/assets/" + image.path("assetId").asText())
                        .path("contentType")
                        .asText())
                .isEqualTo(mediaType);
        assertThat(api.bytes(image.path("imageUrl")))
                .hasSize(image.path("metadata").path("size").asInt());
    }

    @Test
    void repaintsAnOwnImageAndAlignsAnOwnRecording() throws Exception {
        var first = api.finished("/api/image/generate-fast", Map.of("prompt", "a harbour", "imageSize", "square"));
        var second = api.finished(
                "/api/image/generate/transform",
                Map.of(
                        "prompt", "a harbour in the style of Monet",
                        "imageSize", "square",
                        "imageUrl", first.path("assetId").asText()));
        assertThat(second.path("model").asText()).isEqualTo("flux-dev-i2i");
        var speech = api.finished("/api/audio/speech", Map.of("text", "Nobody moved at all.", "alignment", false));
        var alignment = api.finished(
                "/api/alignments", Map.of("audio", speech.path("assetId").asText(), "text", "Nobody moved at all."));
        assertThat(alignment.path("alignmentMethod").asText()).isEqualTo("forced");
        assertThat(alignment.path("alignmentConfidence").asDouble()).isBetween(0.6, 1.0);
        assertThat(new String(api.bytes(alignment.path("captions").path("srt"))))
                .contains("Nobody moved at all.");
    }

    @Test
    void convertsAnUploadedRecording() throws Exception {
        var source = api.upload("audio/wav", TestSound.voice(3, 22_050));
        var conversion = api.finished(
                "/api/audio/conversion",
                Map.of("s3Key", source.path("s3Key").asText(), "voice", "woman", "format", "wav"));
        assertThat(conversion.path("status").asText()).as("%s", conversion).isEqualTo("completed");
        assertThat(conversion.path("provider").asText()).isEqualTo("sandbox");
        var sound = HeardSound.of(api.bytes(conversion.path("audioUrl")));
        assertThat(sound.seconds()).isCloseTo(3, within(0.1));
        assertThat(sound.level(0.5, 2.5)).isGreaterThan(0.02);
    }

    @Test
    void makesASoundEffectOfTheLengthAskedFor() throws Exception {
        var effect = api.finished(
                "/api/audio/sound-effects",
                Map.of("prompt", "rain on a tin roof", "durationSeconds", 4, "format", "wav"));
        assertThat(effect.path("status").asText()).as("%s", effect).isEqualTo("completed");
        var sound = HeardSound.of(api.bytes(effect.path("audioUrl")));
        assertThat(sound.seconds()).isCloseTo(4, within(0.1));
        assertThat(effect.path("duration").asDouble()).isCloseTo(sound.seconds(), within(0.02));
        assertThat(sound.level(0.5, 3.5)).isGreaterThan(0.005);
    }

    @ParameterizedTest
    @CsvSource({"fail 1, 2", "fail 2, 3", "rate-limit 3 after 1, 1", "slow 1, 1"})
    void passingTroubleShowsInTheAttempt(String trouble, int attempt) throws Exception {
        var text = "[[sandbox: %s]] It passed in the end.".formatted(trouble);
        var speech = api.finished("/api/audio/speech", Map.of("text", text));
        assertThat(speech.path("status").asText()).as("%s", speech).isEqualTo("completed");
        assertThat(speech.path("attempt").asInt()).isEqualTo(attempt);
        assertThat(speech.path("warnings").toString()).contains("sandbox: made for trying out");
        assertThat(api.aligned(speech)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "audio/speech, text, fail 9, PROVIDER_UNAVAILABLE, true",
        "audio/speech, text, truncated, QUALITY_REJECTED, false",
        "audio/speech, text, garbled, QUALITY_REJECTED, false",
        "audio/sound-effects, prompt, silent, QUALITY_REJECTED, false",
        "audio/sound-effects, prompt, quota, QUOTA_EXHAUSTED, false",
        "image/generate-fast, prompt, silent, QUALITY_REJECTED, false",
        "image/generate-fast, prompt, reject, CONTENT_REJECTED, false"
    })
    void lastingTroubleEndsInItsCode(String path, String field, String trouble, String code, boolean retryable)
            throws Exception {
        var text = "Something for everybody, and a little more of it for those who wait [[sandbox: %s]]";
        var ended = api.finished("/api/" + path, Map.of(field, text.formatted(trouble)));
        assertThat(ended.path("status").asText()).as("%s", ended).isEqualTo("failed");
        assertThat(ended.path("error").path("code").asText()).as("%s", ended).isEqualTo(code);
        assertThat(ended.path("error").path("retryable").asBoolean()).isEqualTo(retryable);
        assertThat(ended.path("error").path("provider").asText()).isEqualTo("sandbox");
    }

    @Test
    void finishesAStoryThoughItsSpeakerIsKilled() throws Exception {
        var speaker = stack.state().processes().get("tts-service");
        String long1 = "The quick brown fox jumps over the lazy dog. ".repeat(25);
        String id = api.post("/api/audio/speech", Map.of("text", long1));
        api.await(id, "running");
        ProcessHandle.of(speaker.pid()).orElseThrow().destroyForcibly();
        byHand = new ProcessBuilder("sh", "-c", "exec " + speaker.command())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("by-hand.log").toFile())
                .start();
        var ended = api.ended(id);
        assertThat(ended.path("status").asText()).isEqualTo("completed");
        assertThat(ended.path("alignmentMethod").asText()).isEqualTo("provider");
    }

    private static double quietest(List<Double> levels) {
        return levels.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }
}
