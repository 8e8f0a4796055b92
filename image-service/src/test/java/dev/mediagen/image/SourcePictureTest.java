package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SourcePictureTest {
    private static final Requests REQUEST = Requests.image("A bridge").transform(0.5);

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void sourceIsWrittenAnewInTheSizeOfTheRequest(ImageFormat format) throws Exception {
        Path original = directory.resolve("original");
        ImageCodec.encode(Pictures.stripes(800, 300), format, original);
        Path prepared = prepare(Files.readAllBytes(original));
        var header = ImageHeader.of(prepared);
        assertThat(header.width()).isEqualTo(160);
        assertThat(header.height()).isEqualTo(120);
        assertThat(header.format()).isEqualTo(format == ImageFormat.JPG ? ImageFormat.JPG : ImageFormat.PNG);
        assertThat(prepared.getFileName().toString())
                .endsWith("." + header.format().json());
    }

    @Test
    void sourceOfTheBucketIsPreferredAndCheckedTheSame() throws Exception {
        Path object = directory.resolve("object");
        ImageCodec.encode(Pictures.stripes(40, 30), ImageFormat.PNG, object);
        Path prepared = Darkrooms.offline().source(REQUEST.build(), new Desk(directory, object));
        assertThat(ImageHeader.of(prepared).width()).isEqualTo(160);
    }

    @Test
    void middleIsKeptWhereTheShapesDiffer() throws Exception {
        var picture = new BufferedImage(900, 120, BufferedImage.TYPE_INT_RGB);
        for (int x = 370; x < 530; x++) for (int y = 0; y < 120; y++) picture.setRGB(x, y, 0x20C040);
        Path original = directory.resolve("original");
        ImageCodec.encode(picture, ImageFormat.PNG, original);
        var prepared = ImageCodec.decode(prepare(Files.readAllBytes(original)), 1 << 20);
        for (int[] at : new int[][] {{0, 0}, {159, 119}, {80, 60}})
            assertThat(prepared.getRGB(at[0], at[1])).isEqualTo(0xFF20C040);
    }

    @Test
    void transparencyBecomesWhite() throws Exception {
        Path original = directory.resolve("original");
        ImageCodec.encode(new BufferedImage(50, 50, BufferedImage.TYPE_INT_ARGB), ImageFormat.PNG, original);
        var prepared = ImageCodec.decode(prepare(Files.readAllBytes(original)), 1 << 20);
        assertThat(prepared.getRGB(80, 60)).isEqualTo(Color.WHITE.getRGB());
    }

    @ParameterizedTest
    @CsvSource({"32768,1", "1,32768", "32768,1220", "6324,6324"})
    void extremeShapesWithinTheCapAreTaken(int width, int height) throws Exception {
        byte[] png = Hostile.png(width, height, 1, 0).pixels((width + 7L) / 8 * height + height);
        assertThat(ImageHeader.of(prepare(png)).height()).isEqualTo(120);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hostileFilesAreRefusedSoon(String name, byte[] file, String reason) {
        long start = System.nanoTime();
        long before = used();
        assertThatThrownBy(() -> prepare(file)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST);
            assertThat(e.isCostly()).isFalse();
            assertThat(e).hasMessage("imageUrl: " + reason);
        });
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        assertThat(used() - before).isLessThan(300L << 20);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfolding")
    void textThatUnfoldsIsNotUnfolded(String name, byte[] file) throws Exception {
        long before = used();
        try {
            prepare(file);
        } catch (ProviderException e) {
            assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST);
        }
        assertThat(used() - before).isLessThan(200L << 20);
    }

    static Stream<Arguments> hostile() throws Exception {
        var none = "not a PNG, JPEG or WebP picture";
        var large = "more than 40 megapixels";
        var tall = "more than 32768 pixels a side";
        var broken = "the picture cannot be decoded";
        return Stream.of(
                Arguments.of("nothing", new byte[0], none),
                Arguments.of("svg", text("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"), none),
                Arguments.of(
                        "xml", text("<?xml version='1.0'?><!DOCTYPE svg SYSTEM 'file:///etc/passwd'><svg/>"), none),
                Arguments.of("html", text("<html><script>alert(1)</script>"), none),
                Arguments.of("gif", text("GIF89a\1\0\1\0\0\0\0;"), none),
                Arguments.of("tiff", text("II*\0\10\0\0\0"), none),
                Arguments.of("pdf", text("%PDF-1.7"), none),
                Arguments.of("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0}, none),
                Arguments.of(
                        "bare png signature",
                        Arrays.copyOf(Hostile.png(1, 1, 8, 2).bytes(), 8),
                        none),
                Arguments.of("bare jpeg start", new byte[] {-1, -40, -1}, none),
                Arguments.of("bare webp start", text("RIFF\0\0\0\0WEBP"), none),
                Arguments.of("riff that is sound", text("RIFF\0\0\0\0WAVEfmt ".repeat(3)), none),
                Arguments.of("2^31 a side", Hostile.png(1 << 31, 1 << 31, 8, 6).bytes(), none),
                Arguments.of(
                        "2^31-1 a side",
                        Hostile.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 6).bytes(),
                        tall),
                Arguments.of("no width", Hostile.png(0, 10, 8, 6).bytes(), none),
                Arguments.of("10,000 a side", Hostile.png(10_000, 10_000, 8, 2).pixels(1000), large),
                Arguments.of("one column", Hostile.png(1, 32_769, 1, 0).bytes(), tall),
                Arguments.of(
                        "40 million and some", Hostile.png(6325, 6325, 1, 0).bytes(), large),
                Arguments.of("animated webp", Hostile.animatedWebp(), "animated pictures are not taken"),
                Arguments.of("png without pixels", Hostile.png(100, 100, 8, 2).bytes(), broken),
                Arguments.of(
                        "png of too few pixels", Hostile.png(4000, 4000, 8, 2).pixels(100), broken),
                Arguments.of("jpeg that ends early", half(ImageFormat.JPG), broken),
                Arguments.of("png that ends early", half(ImageFormat.PNG), broken),
                Arguments.of("webp that ends early", half(ImageFormat.WEBP), broken));
    }

    static Stream<Arguments> unfolding() throws Exception {
        long pixels = 100 * 101;
        return Stream.of(
                Arguments.of(
                        "zTXt",
                        Hostile.png(100, 100, 8, 0).unfolding("zTXt", 900).pixels(pixels)),
                Arguments.of(
                        "zTXt, palette",
                        Hostile.png(100, 100, 8, 3).unfolding("zTXt", 900).pixels(pixels)),
                Arguments.of(
                        "iCCP",
                        Hostile.png(100, 100, 8, 2).unfolding("iCCP", 900).pixels(100 * 301)),
                Arguments.of(
                        "iCCP, palette",
                        Hostile.png(100, 100, 8, 3).unfolding("iCCP", 900).pixels(pixels)),
                Arguments.of(
                        "iTXt, palette",
                        Hostile.png(100, 100, 8, 3).unfolding("iTXt", 900).pixels(pixels)),
                Arguments.of("pixels without end", Hostile.png(100, 100, 8, 2).pixels(900L << 20)));
    }

    private static byte[] half(ImageFormat format) throws Exception {
        Path file = Files.createTempFile("half", null);
        try {
            var picture = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 90_000; i++) picture.setRGB(i % 300, i / 300, i * 7919);
            ImageCodec.encode(picture, format, file);
            byte[] whole = Files.readAllBytes(file);
            return Arrays.copyOf(whole, whole.length / 2);
        } finally {
            Files.delete(file);
        }
    }

    private Path prepare(byte[] file) throws Exception {
        return Darkrooms.at(file).source(fromTheWeb(), new Desk(directory, null));
    }

    private static ImageRequested fromTheWeb() {
        return REQUEST.sourceUrl("https://pictures.example/a.png");
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static long used() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
