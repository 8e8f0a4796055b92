package dev.mediagen.image.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.image.Desk;
import dev.mediagen.image.Pictures;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransformTest {
    private static final Requests REQUEST =
            Requests.image("A village under the moon").style("VanGogh").size(200, 150);

    @TempDir
    Path directory;

    private final SandboxImageProvider provider = new SandboxImageProvider(
            new SandboxImageProviderTest.Limits(1, 4, 1 << 20), new Faults(false, Duration.ZERO));
    private final BufferedImage source = source();
    private Path file;

    @BeforeEach
    void write() throws Exception {
        file = directory.resolve("source.png");
        ImageCodec.encode(source, ImageFormat.PNG, file);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @Test
    void strengthZeroKeepsTheSource() throws Exception {
        assertThat(Pictures.distance(transform(0), source)).isLessThan(0.5);
    }

    @Test
    void strengthOneIsANewPicture() throws Exception {
        BufferedImage fresh = read(provider.generate(REQUEST.build(), null, new Desk(directory, null))
                .file());
        assertThat(Pictures.distance(transform(1), fresh)).isZero();
    }

    @Test
    void strengthLeadsAwayFromTheSource() throws Exception {
        double before = 0;
        for (double strength : new double[] {0.2, 0.45, 0.75, 1}) {
            double away = Pictures.distance(transform(strength), source);
            assertThat(away).isGreaterThan(before);
            before = away;
        }
    }

    @Test
    void mediumStrengthStillHasTheSourcesColours() throws Exception {
        BufferedImage painted = transform(0.6);
        Color left = new Color(painted.getRGB(40, 75));
        Color right = new Color(painted.getRGB(170, 75));
        assertThat(left.getRed()).isGreaterThan(left.getBlue() + 40);
        assertThat(right.getBlue()).isGreaterThan(right.getRed() + 40);
    }

    @ParameterizedTest
    @ValueSource(strings = {"64x200", "1000x70"})
    void sourceIsFittedToAnyShape(String shape) throws Exception {
        int width = Integer.parseInt(shape.split("x")[0]);
        int height = Integer.parseInt(shape.split("x")[1]);
        BufferedImage painted = read(
                provider.generate(REQUEST.size(width, height).transform(0.5).build(), file, new Desk(directory, null))
                        .file());
        assertThat(painted.getWidth()).isEqualTo(width);
        assertThat(painted.getHeight()).isEqualTo(height);
    }

    @Test
    void undecodableSourceIsAnInvalidRequest() throws Exception {
        Files.writeString(file, "not a picture");
        assertThatThrownBy(() -> transform(0.5))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    private BufferedImage transform(double strength) throws Exception {
        return read(provider.generate(REQUEST.transform(strength).build(), file, new Desk(directory, null))
                .file());
    }

    private static BufferedImage read(Path file) throws Exception {
        return ImageCodec.decode(file, 1 << 24);
    }

    /// Red on the left, blue on the right.
    private static BufferedImage source() {
        var picture = new BufferedImage(200, 150, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0xC83020));
        pen.fillRect(0, 0, 100, 150);
        pen.setColor(new Color(0x2040C8));
        pen.fillRect(100, 0, 100, 150);
        pen.dispose();
        return picture;
    }
}
