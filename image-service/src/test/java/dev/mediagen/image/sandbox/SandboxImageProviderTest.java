package dev.mediagen.image.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.Desk;
import dev.mediagen.image.Image;
import dev.mediagen.image.Pictures;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxImageProviderTest {
    private static final Requests HARBOUR = Requests.image("Ships wait in the harbour");

    @TempDir
    Path directory;

    private SandboxImageProvider provider;

    @BeforeEach
    void open() {
        provider = new SandboxImageProvider(new Limits(2, 4, 1 << 24), new Faults(true, Duration.ZERO));
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @MethodSource("styles")
    void sameOrderGivesTheSameBytes(String style) throws Exception {
        byte[] first = Files.readAllBytes(generate(HARBOUR.style(style)).file());
        byte[] second = Files.readAllBytes(generate(HARBOUR.style(style)).file());
        assertThat(second).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("styles")
    void otherSeedOrPromptGivesAnotherPicture(String style) throws Exception {
        BufferedImage picture = picture(HARBOUR.style(style));
        assertThat(Pictures.distance(picture, picture(HARBOUR.style(style).seed("8"))))
                .isGreaterThan(4);
        Requests other = Requests.image("Robots in the mountains at night").style(style);
        assertThat(Pictures.distance(picture, picture(other))).isGreaterThan(4);
    }

    @Test
    void everyStyleGivesAnotherPicture() throws Exception {
        var pictures = new ArrayList<BufferedImage>();
        for (String style : styles().toList()) {
            BufferedImage picture = picture(HARBOUR.style(style));
            for (BufferedImage earlier : pictures)
                assertThat(Pictures.distance(picture, earlier)).isGreaterThan(8);
            pictures.add(picture);
        }
    }

    @ParameterizedTest
    @MethodSource("styles")
    void everyFormatAndSizeDecodesAndShowsSomething(String style) throws Exception {
        List<int[]> sizes = List.of(new int[] {64, 64}, new int[] {333, 77}, new int[] {65, 401});
        for (ImageFormat format : ImageFormat.values()) {
            for (int[] size : sizes) {
                Requests request = HARBOUR.style(style).format(format).size(size[0], size[1]);
                BufferedImage picture = picture(request);
                assertThat(picture.getWidth()).isEqualTo(size[0]);
                assertThat(picture.getHeight()).isEqualTo(size[1]);
                assertThat(Pictures.deviation(picture)).isGreaterThan(8);
            }
        }
    }

    @Test
    void styleIsRecognisedInThePrompt() throws Exception {
        BufferedImage named = picture(
                Requests.image("A harbour in the style of Vincent van Gogh").style("vangogh"));
        BufferedImage mentioned = picture(Requests.image("A harbour in the style of Vincent van Gogh"));
        assertThat(Pictures.distance(named, mentioned)).isZero();
    }

    @Test
    void missingSeedIsChosenAndCanBeSentAgain() throws Exception {
        Image first = generate(HARBOUR.seed(null));
        byte[] bytes = Files.readAllBytes(first.file());
        assertThat(new BigInteger(first.seed())).isNotNegative().isLessThan(BigInteger.ONE.shiftLeft(64));
        assertThat(Files.readAllBytes(generate(HARBOUR.seed(first.seed())).file()))
                .isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "18446744073709551616", "123456789012345678901234567890123456789"})
    void seedsOfAnySizeAreReportedAsSent(String seed) throws Exception {
        assertThat(generate(HARBOUR.seed(seed)).seed()).isEqualTo(seed);
    }

    @Test
    void parametersWithoutEffectAreNamedOnlyWhenSet() throws Exception {
        assertThat(generate(HARBOUR).warnings()).singleElement().asString().contains("not a diffusion model");
        assertThat(generate(HARBOUR.unusual("blur", 9, false)).warnings())
                .anyMatch(warning -> warning.contains("negativePrompt"))
                .anyMatch(warning -> warning.contains("guidanceScale"))
                .anyMatch(warning -> warning.contains("enableSafetyChecker"));
    }

    @Test
    void badOrdersAreInvalid() {
        for (Requests bad :
                List.of(HARBOUR.style("Banksy"), HARBOUR.seed("1.5"), HARBOUR.size(63, 64), HARBOUR.size(64, 2049))) {
            assertThatThrownBy(() -> generate(bad))
                    .isInstanceOfSatisfying(
                            ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
        }
    }

    private BufferedImage picture(Requests request) throws Exception {
        return ImageCodec.decode(generate(request).file(), 1 << 24);
    }

    @Test
    void playsTheTroubleThatItsPromptAsksFor() throws Exception {
        assertThatThrownBy(() -> generate(Requests.image("[[sandbox: reject]] x")))
                .isInstanceOf(ProviderException.class);
        assertThatThrownBy(() -> ImageCodec.decode(
                        generate(Requests.image("[[sandbox: garbled]] x")).file(), 1 << 24))
                .isInstanceOf(MediaException.class);
        var blank = ImageCodec.decode(
                generate(Requests.image("[[sandbox: silent]] x")).file(), 1 << 24);
        assertThat(blank.getRGB(5, 5)).isEqualTo(blank.getRGB(50, 50));
    }

    private Image generate(Requests request) throws Exception {
        return provider.generate(request.build(), null, new Desk(directory, null));
    }

    static Stream<String> styles() {
        return Stream.concat(Stream.of((String) null), ArtStyle.labels().stream());
    }

    record Limits(int painters, int megapixels, long maxSourcePixels) implements SandboxImageConfig {}
}
