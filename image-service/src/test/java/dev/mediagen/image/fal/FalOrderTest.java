package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FalOrderTest {
    @TempDir
    Path dir;

    private Path source;

    @BeforeEach
    void paintSource() throws IOException {
        source = dir.resolve("source");
        ImageCodec.encode(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), ImageFormat.PNG, source);
    }

    @Test
    void sendsTheDocumentsDefaultsAndNothingElse() throws Exception {
        var body = body("flux-dev", request(ImageMode.STANDARD, "", 1024, 768, 28, null, 3.5, null, ImageFormat.WEBP));
        assertThat(body).isEqualTo(ContractJson.mapper().readTree("""
                                {"prompt":"cat","image_size":"landscape_4_3","num_inference_steps":28,
                                 "guidance_scale":3.5,"num_images":1,"enable_safety_checker":true,
                                 "output_format":"png"}"""));
    }

    @Test
    void sendsASeedOfTwentyDigitsUnchanged() throws Exception {
        var asked = request(ImageMode.FAST, "", 512, 512, 4, "17454220438242315174", 3.5, null, ImageFormat.JPG);
        var order = new FalOrder(asked, null);
        String json = ContractJson.mapper().writeValueAsString(order.input(dir));
        FalContract.checked("flux-schnell", json);
        assertThat(json).contains("\"seed\":17454220438242315174,").contains("\"output_format\":\"jpeg\"");
        assertThat(order.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1024,1024,square_hd", "512,512,square", "768,1024,portrait_4_3",
        "576,1024,portrait_16_9", "1024,768,landscape_4_3", "1024,576,landscape_16_9"
    })
    void namesPresets(int width, int height, String name) throws Exception {
        var asked = request(ImageMode.STANDARD, "", width, height, 28, null, 3.5, null, ImageFormat.PNG);
        assertThat(body("flux-dev", asked).path("image_size").asText()).isEqualTo(name);
    }

    @Test
    void sendsOtherSizesAsNumbers() throws Exception {
        var asked = request(ImageMode.STANDARD, "", 1280, 720, 28, null, 3.5, null, ImageFormat.PNG);
        var size = body("flux-dev", asked).path("image_size");
        assertThat(size.path("width").asInt()).isEqualTo(1280);
        assertThat(size.path("height").asInt()).isEqualTo(720);
    }

    @Test
    void foldsTheNegativePromptIntoThePromptAndSaysSo() throws Exception {
        var asked = request(ImageMode.STANDARD, " fog ", 512, 512, 28, null, 3.5, null, ImageFormat.PNG);
        var order = new FalOrder(asked, null);
        assertThat(order.input(dir).prompt()).isEqualTo("cat\n\nAvoid: fog");
        assertThat(order.warnings()).singleElement().asString().contains("negative prompt");
    }

    @Test
    void transformsWithTheSourceInsideTheRequest() throws Exception {
        var asked = request(ImageMode.TRANSFORM, "", 512, 512, 40, null, 3.5, 0.75, ImageFormat.PNG);
        var order = new FalOrder(asked, source);
        var body = FalContract.checked(
                "flux-dev-image-to-image", ContractJson.mapper().writeValueAsString(order.input(dir)));
        assertThat(order.model()).isEqualTo("fal-ai/flux/dev/image-to-image");
        String uri = body.path("image_url").asText();
        assertThat(Base64.getDecoder().decode(uri.substring("data:image/png;base64,".length())))
                .isEqualTo(Files.readAllBytes(source));
        assertThat(body.path("strength").asDouble()).isEqualTo(0.75);
        assertThat(order.warnings()).isEmpty();
    }

    @Test
    void movesWhatTheModelDoesNotAllowAndSaysSo() throws Exception {
        var asked = request(ImageMode.TRANSFORM, "", 512, 512, 4, null, 0.5, 0.0, ImageFormat.PNG);
        var order = new FalOrder(asked, source);
        var body = FalContract.checked(
                "flux-dev-image-to-image", ContractJson.mapper().writeValueAsString(order.input(dir)));
        assertThat(body.path("strength").asDouble()).isEqualTo(0.01);
        assertThat(body.path("num_inference_steps").asInt()).isEqualTo(10);
        assertThat(body.path("guidance_scale").asDouble()).isEqualTo(1);
        assertThat(order.warnings())
                .containsExactly(
                        "numInferenceSteps was set to 10: the model allows 10 to 50",
                        "guidanceScale was set to 1: the model allows 1 to 20",
                        "strength was set to 0.01: the model allows 0.01 to 1");
    }

    @Test
    void makesALargeSourceSmaller() throws Exception {
        var noise = new BufferedImage(1400, 1400, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < 1400; y++) for (int x = 0; x < 1400; x++) noise.setRGB(x, y, random.nextInt());
        ImageCodec.encode(noise, ImageFormat.PNG, source);
        assertThat(Files.size(source)).isGreaterThan(4L << 20);
        String uri = SourceUri.of(source, dir);
        assertThat(uri).startsWith("data:image/jpeg;base64,").hasSizeLessThan((int) Files.size(source));
    }

    @Test
    void refusesATransformWithoutSource() {
        var asked = request(ImageMode.TRANSFORM, "", 512, 512, 40, null, 3.5, 0.75, ImageFormat.PNG);
        assertThatThrownBy(() -> new FalOrder(asked, null).input(dir)).isInstanceOf(ProviderException.class);
    }

    private JsonNode body(String schema, ImageRequested asked) throws ProviderException, JsonProcessingException {
        var input = new FalOrder(asked, null).input(dir);
        return FalContract.checked(schema, ContractJson.mapper().writeValueAsString(input));
    }

    private static ImageRequested request(
            ImageMode mode,
            String negative,
            int width,
            int height,
            int steps,
            String seed,
            double guidance,
            Double strength,
            ImageFormat format) {
        return new ImageRequested(
                "g1",
                "t1",
                "u1",
                Instant.MAX,
                mode,
                "cat",
                negative,
                width,
                height,
                steps,
                seed,
                guidance,
                true,
                strength,
                null,
                null,
                format,
                true,
                null,
                null);
    }
}
