package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.ImageFormat;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageCodecTest {
    private static final long MANY = 40_000_000;
    private static final int WIDTH = 301;
    private static final int HEIGHT = 203;

    @TempDir
    Path dir;

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void keepsSizeAndColours(ImageFormat format) throws IOException {
        BufferedImage original = quarters(BufferedImage.TYPE_INT_RGB, 0xff);
        Path file = dir.resolve("picture");

        ImageCodec.encode(original, format, file);
        BufferedImage decoded = ImageCodec.decode(file, MANY);

        assertThat(decoded.getWidth()).isEqualTo(WIDTH);
        assertThat(decoded.getHeight()).isEqualTo(HEIGHT);
        for (int[] at : new int[][] {{40, 40}, {260, 40}, {40, 160}, {260, 160}, {0, 0}, {300, 202}}) {
            assertNear(decoded.getRGB(at[0], at[1]), original.getRGB(at[0], at[1]));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageFormat.class,
            names = {"PNG", "WEBP"})
    void keepsTransparency(ImageFormat format) throws IOException {
        ImageCodec.encode(quarters(BufferedImage.TYPE_INT_ARGB, 0x80), format, dir.resolve("picture"));

        BufferedImage decoded = ImageCodec.decode(dir.resolve("picture"), MANY);

        assertThat(decoded.getRGB(40, 40) >>> 24).isCloseTo(0x80, within(4));
        assertNear(decoded.getRGB(260, 160), 0x80dddd11);
    }

    @Test
    void jpegShowsTransparencyOverWhite() throws IOException {
        ImageCodec.encode(quarters(BufferedImage.TYPE_4BYTE_ABGR, 0), ImageFormat.JPG, dir.resolve("picture"));

        assertNear(ImageCodec.decode(dir.resolve("picture"), MANY).getRGB(40, 40), 0xffffffff);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void replacesALongerFile(ImageFormat format) throws IOException {
        BufferedImage picture = quarters(BufferedImage.TYPE_INT_RGB, 0xff);
        ImageCodec.encode(picture, format, dir.resolve("new"));
        Path old = Files.write(dir.resolve("old"), new byte[1_000_000]);

        ImageCodec.encode(picture, format, old);

        assertThat(old).hasSameBinaryContentAs(dir.resolve("new"));
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void refusesOnePixelTooMany(ImageFormat format) throws IOException {
        Path file = dir.resolve("picture");
        ImageCodec.encode(quarters(BufferedImage.TYPE_INT_RGB, 0xff), format, file);

        assertThat(ImageCodec.decode(file, WIDTH * HEIGHT).getWidth()).isEqualTo(WIDTH);
        assertThatThrownBy(() -> ImageCodec.decode(file, WIDTH * HEIGHT - 1))
                .isInstanceOf(MediaException.class)
                .hasMessageContaining("301 x 203");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MAX_VALUE, Integer.MIN_VALUE, 100_000})
    void refusesAPngOfAnEnormousSizeAtOnce(int side) throws IOException {
        Path file = Files.write(dir.resolve("bomb.png"), pngHeader(side));

        long start = System.nanoTime();
        assertThatThrownBy(() -> ImageCodec.decode(file, MANY)).isInstanceOf(MediaException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void refusesAWebpWhoseFrameIsLargerThanItsHeaderSays() throws IOException {
        Path file = dir.resolve("picture.webp");
        ImageCodec.encode(quarters(BufferedImage.TYPE_INT_ARGB, 0x80), ImageFormat.WEBP, file);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(new String(bytes, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8X");
        Arrays.fill(bytes, 24, 30, (byte) 0);
        Files.write(file, bytes);

        assertThatThrownBy(() -> ImageCodec.decode(file, 100)).isInstanceOf(MediaException.class);
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void neverFailsOtherwiseOnDamage(ImageFormat format) throws IOException {
        Path file = dir.resolve("picture");
        ImageCodec.encode(quarters(BufferedImage.TYPE_INT_ARGB, 0x80), format, file);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(11);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            byte[] bytes = Arrays.copyOf(whole, i % 2 == 0 ? whole.length : random.nextInt(whole.length));
            for (int hits = 0; hits < 8 && bytes.length > 0; hits++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            Files.write(file, bytes);
            try {
                ImageCodec.decode(file, 1_000_000);
            } catch (MediaException e) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "RIFF0000WEBP", "RIFF0000WEBPVP8 "})
    void refusesWhatIsNoImage(String content) throws IOException {
        Path file = Files.writeString(dir.resolve("picture.png"), content);

        assertThatThrownBy(() -> ImageCodec.decode(file, MANY)).isInstanceOf(MediaException.class);
    }

    @Test
    void leavesNoFileAfterAFailure() {
        BufferedImage wide = new BufferedImage(16_384, 1, BufferedImage.TYPE_INT_RGB);

        assertThatThrownBy(() -> ImageCodec.encode(wide, ImageFormat.WEBP, dir.resolve("wide.webp")))
                .isInstanceOf(MediaException.class);
        assertThatThrownBy(() -> ImageCodec.encode(wide, ImageFormat.PNG, dir.resolve("missing/wide.png")))
                .isInstanceOf(MediaException.class);
        assertThat(dir).isEmptyDirectory();
    }

    private static BufferedImage quarters(int type, int alpha) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int colour = y < HEIGHT / 2 ? x < WIDTH / 2 ? 0xcc2222 : 0x22aa44 : x < WIDTH / 2 ? 0x2233cc : 0xdddd11;
                image.setRGB(x, y, alpha << 24 | colour);
            }
        }
        return image;
    }

    private static void assertNear(int actual, int expected) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(actual >> shift & 0xff)
                    .as("%08x is near %08x", actual, expected)
                    .isCloseTo(expected >> shift & 0xff, within(12));
        }
    }

    private static byte[] pngHeader(int side) throws IOException {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(chunk);
        data.writeBytes("IHDR");
        data.writeInt(side);
        data.writeInt(side);
        data.write(new byte[] {8, 6, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(chunk.toByteArray());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        DataOutputStream png = new DataOutputStream(file);
        png.writeLong(0x89504e470d0a1a0aL);
        png.writeInt(13);
        png.write(chunk.toByteArray());
        png.writeInt((int) crc.getValue());
        return file.toByteArray();
    }
}
