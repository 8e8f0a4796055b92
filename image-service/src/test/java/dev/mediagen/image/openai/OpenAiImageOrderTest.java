package dev.mediagen.image.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.image.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiImageOrderTest {
    private static final List<String> SIZES = List.of("1024x1024", "1536x1024", "1024x1536");
    private static final OpenAiImageConfig CONFIG = Server.with(Map.of()).config();

    @Test
    void defaultsOfTheDocumentsOnTheWire() throws Exception {
        var order =
                official(Requests.image("A storm").size(1024, 768).seed(null).build());
        assertThat(ContractJson.mapper().valueToTree(order.body()).toString())
                .isEqualTo("{\"model\":\"gpt-image-1.5\",\"prompt\":\"A storm\",\"n\":1,\"size\":\"1536x1024\","
                        + "\"quality\":\"auto\",\"moderation\":\"auto\"}");
        assertThat(order.warnings()).isEmpty();
        assertThat(order.seed()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "1024,1024,1024x1024",
        "512,512,1024x1024",
        "1024,768,1536x1024",
        "1024,576,1536x1024",
        "768,1024,1024x1536",
        "576,1024,1024x1536",
        "1100,1000,1024x1024"
    })
    void asksForTheSizeNearestInShape(int width, int height, String size) {
        assertThat(OpenAiImageOrder.nearest(width, height, SIZES)).isEqualTo(size);
    }

    @Test
    void ofEqualShapesTheNearestInAreaIsTaken() {
        assertThat(OpenAiImageOrder.nearest(500, 500, List.of("1024x1024", "512x512", "256x256")))
                .isEqualTo("512x512");
    }

    @Test
    void negativePromptIsFoldedIntoThePromptAndTold() {
        var order = official(Requests.image("A storm")
                .seed(null)
                .unusual(" text ", 3.5, true)
                .build());
        assertThat(order.body().prompt()).isEqualTo("A storm\n\nAvoid: text");
        assertThat(order.warnings()).singleElement().asString().contains("negativePrompt");
    }

    @Test
    void safetyCheckerSetsTheModeration() {
        assertThat(official(Requests.image("A storm").unusual("", 3.5, false).build())
                        .body()
                        .moderation())
                .isEqualTo("low");
        assertThat(official(Requests.image("A storm").unusual("", 3.5, true).build())
                        .body()
                        .moderation())
                .isEqualTo("auto");
    }

    @Test
    void tellsInOneWarningWhatTheServerDoesNotHave() {
        var order = official(Requests.image("A storm")
                .seed("7")
                .transform(0.2)
                .unusual("", 9, false)
                .build());
        assertThat(order.warnings())
                .containsExactly("openai: has no guidanceScale, strength, seed, enableSafetyChecker: false");
    }

    @Test
    void styleStandsInThePromptUnlessItAlreadyDoes() {
        assertThat(official(Requests.image("A storm").style("Monet").build())
                        .body()
                        .prompt())
                .isEqualTo("A storm, in the style of Claude Monet");
        assertThat(official(Requests.image("A storm by Monet").style("Monet").build())
                        .body()
                        .prompt())
                .isEqualTo("A storm by Monet");
    }

    @Test
    void fastModeAsksForLowQuality() {
        var fast = request(ImageMode.FAST, 4);
        assertThat(official(fast).body().quality()).isEqualTo("low");
        assertThat(official(fast).warnings()).isEmpty();
        assertThat(official(request(ImageMode.FAST, 9)).warnings())
                .singleElement()
                .asString()
                .contains("numInferenceSteps");
    }

    @Test
    void localAiTakesSizeStepsSeedAndNegativePrompt() {
        var order = local(Requests.image("A storm | calm")
                .size(160, 120)
                .unusual("text|marks", 3.5, false)
                .build());
        var body = ContractJson.mapper().valueToTree(order.body()).toString();
        Contract.assertValid(body, "generate-localai");
        assertThat(body)
                .contains(
                        "\"prompt\":\"A storm / calm|text/marks\"",
                        "\"size\":\"160x120\"",
                        "\"step\":28",
                        "\"seed\":7");
        assertThat(order.seed()).isEqualTo("7");
        assertThat(order.body().model()).isNull();
        assertThat(order.warnings()).isEmpty();
    }

    @Test
    void localAiIsGivenASeedSoThatItCanBeRecorded() {
        var order = local(Requests.image("A storm").seed(null).build());
        assertThat(order.seed()).isEqualTo(order.body().seed().toString());
        assertThat(order.warnings()).singleElement().asString().contains("safety checker");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17454220438242315174", "-1", "2147483648"})
    void seedThatDoesNotFitIsToldAndNotSent(String seed) {
        var order = local(Requests.image("A storm").seed(seed).build());
        assertThat(order.body().seed()).isNull();
        assertThat(order.seed()).isNull();
        assertThat(order.warnings()).singleElement().asString().contains("seed");
    }

    private static OpenAiImageOrder official(ImageRequested request) {
        return OpenAiImageOrder.of(request, Flavor.OPENAI, CONFIG);
    }

    private static OpenAiImageOrder local(ImageRequested request) {
        return OpenAiImageOrder.of(request, Flavor.LOCALAI, CONFIG);
    }

    private static ImageRequested request(ImageMode mode, int steps) {
        return new ImageRequested(
                "g1",
                "default",
                "u1",
                Instant.MAX,
                mode,
                "A storm",
                null,
                1024,
                768,
                steps,
                null,
                3.5,
                true,
                null,
                null,
                null,
                ImageFormat.PNG,
                true,
                null,
                null);
    }
}
