package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageCodec;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// 50 results of 25 MiB that arrive at once, in a process of its own with a small heap.
class PictureMemoryTest {
    private static final int WIDTH = 3000;
    private static final int HEIGHT = 2940;
    private static final int RESULTS = 50;

    @TempDir
    Path directory;

    @Test
    void fiftyLargeResultsFitIntoASmallHeap() throws Exception {
        Path file = directory.resolve("made.png");
        ImageCodec.encode(noise(), ImageFormat.PNG, file);
        assertThat(Files.size(file)).isGreaterThan(25L << 20);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-Djava.awt.headless=true",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PictureMemoryTest.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains(RESULTS + " pictures");
    }

    /// @param arguments the file
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        var darkroom = Darkrooms.offline();
        var finished = new ArrayList<Future<FinishedPicture>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < RESULTS; i++) {
                var image = new Image(file, null, null, List.of());
                var request = request(i);
                finished.add(callers.submit(() -> darkroom.finish(image, request, file.getParent())));
            }
            for (var picture : finished) picture.get();
        }
        var peak = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst();
        Logger.getLogger(PictureMemoryTest.class).infof("%d pictures, %s", finished.size(), peak.orElse(""));
    }

    /// Most are what was asked for, some of another size, some of another format.
    private static ImageRequested request(int i) {
        var asMade = Requests.image("A bridge").size(WIDTH, HEIGHT);
        return switch (i % 10) {
            case 0 -> asMade.format(ImageFormat.JPG).build();
            case 1 -> asMade.format(ImageFormat.WEBP).build();
            case 2, 3 -> asMade.size(1024, 768).build();
            default -> asMade.build();
        };
    }

    private static BufferedImage noise() {
        var picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        int[] row = new int[WIDTH];
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) row[x] = random.nextInt();
            picture.setRGB(0, y, WIDTH, 1, row, 0, WIDTH);
        }
        return picture;
    }
}
