package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FinishedPictureTest {
    private static final Requests REQUEST = Requests.image("A bridge").size(320, 240);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void whatWasAskedForIsKeptToTheByte(ImageFormat format) throws Exception {
        Image image = made(Pictures.stripes(320, 240), format);
        byte[] bytes = Files.readAllBytes(image.file());
        var finished = finish(image, REQUEST.format(format).build());
        assertThat(Files.readAllBytes(finished.file())).isEqualTo(bytes);
        assertThat(finished.image().warnings()).containsExactly("as ever");
    }

    @ParameterizedTest
    @CsvSource({"PNG,WEBP", "PNG,JPG", "JPG,PNG", "JPG,WEBP", "WEBP,PNG", "WEBP,JPG"})
    void otherFormatsAreTranscoded(ImageFormat made, ImageFormat wanted) throws Exception {
        var picture = Pictures.stripes(320, 240);
        var finished = finish(made(picture, made), REQUEST.format(wanted).build());
        assertThat(ImageHeader.of(finished.file())).isEqualTo(new ImageHeader(wanted, 320, 240, false, 3));
        assertThat(Pictures.distance(ImageCodec.decode(finished.file(), 1 << 20), picture))
                .isLessThan(25);
        assertThat(finished.image().warnings()).containsExactly("as ever");
    }

    @ParameterizedTest
    @CsvSource({"1024,1024", "100,100", "320,241", "3000,200"})
    void otherSizesAreFittedAndSaidSo(int width, int height) throws Exception {
        var finished = finish(made(Pictures.stripes(width, height), ImageFormat.PNG), REQUEST.build());
        assertThat(ImageHeader.of(finished.file())).isEqualTo(new ImageHeader(ImageFormat.PNG, 320, 240, false, 3));
        assertThat(finished.width()).isEqualTo(320);
        assertThat(finished.height()).isEqualTo(240);
        assertThat(finished.image().warnings())
                .containsExactly("as ever", "made at %dx%d and fitted to 320x240".formatted(width, height));
    }

    @Test
    void sizeOfATransformIsPutRightWithoutAWord() throws Exception {
        var finished = finish(
                made(Pictures.stripes(512, 512), ImageFormat.PNG),
                REQUEST.transform(0.4).build());
        assertThat(ImageHeader.of(finished.file()).width()).isEqualTo(320);
        assertThat(finished.image().warnings()).containsExactly("as ever");
    }

    @Test
    void transparencySurvivesFitting() throws Exception {
        var picture = new BufferedImage(100, 100, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 5_000; i++) picture.setRGB(i % 100, i / 100, 0xFFFF8000);
        var finished = finish(made(picture, ImageFormat.PNG), REQUEST.build());
        assertThat(ImageCodec.decode(finished.file(), 1 << 20).getRGB(160, 239) >>> 24)
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void cutPictureIsRejected(ImageFormat format) throws Exception {
        var noise = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 76_800; i++) noise.setRGB(i % 320, i / 320, i * 7919);
        Image image = made(noise, format);
        byte[] whole = Files.readAllBytes(image.file());
        for (int length : new int[] {0, 10, whole.length / 3, whole.length - whole.length / 10}) {
            Files.write(image.file(), Arrays.copyOf(whole, length));
            assertRejected(image, REQUEST.format(format).build());
        }
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void blankPictureIsRejected(ImageFormat format) throws Exception {
        var blank = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
        assertRejected(made(blank, format), REQUEST.format(format).build());
    }

    @Test
    void enormousPictureIsRejected() throws Exception {
        Path file = directory.resolve("made");
        Files.write(file, Hostile.png(1 << 16, 1 << 16, 8, 2).bytes());
        assertRejected(new Image(file, null, null, List.of()), REQUEST.build());
    }

    private void assertRejected(Image image, ImageRequested request) {
        assertThatThrownBy(() -> finish(image, request)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(e.isCostly()).isTrue();
        });
    }

    private FinishedPicture finish(Image image, ImageRequested request) throws Exception {
        return Darkrooms.offline().finish(image, request, directory);
    }

    private Image made(BufferedImage picture, ImageFormat format) throws Exception {
        Path file = directory.resolve("made");
        ImageCodec.encode(picture, format, file);
        return new Image(file, "7", "r1", List.of("as ever"));
    }
}
