package dev.mediagen.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.media.ImageHeader;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Small files that unfold to more than there is room for: it is bytes that count, not pixels.
class DecodeRoomTest {
    private static final int SIDE = 5000;
    private static final int RGB = 2;
    private static final int RGBA = 6;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"16,2", "16,6"})
    void sourceThatUnfoldsToMoreIsRefusedBeforeItIsDecoded(int depth, int kind) throws Exception {
        byte[] bomb = Hostile.png(SIDE, SIDE, depth, kind).pixels(1000);
        assertThat(bomb).hasSizeLessThan(300_000);
        assertThatThrownBy(() -> prepare(bomb, 4096))
                .hasMessage("imageUrl: more than 120 MB when decoded")
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    @Test
    void sourceOfSixteenBitsIsTakenWhereFewOfItsPixelsAreNeeded() throws Exception {
        byte[] large = Hostile.png(SIDE, SIDE, 16, RGBA).pixels((SIDE * 8L + 1) * SIDE);
        assertThat(ImageHeader.of(prepare(large, 160)).width()).isEqualTo(160);
    }

    @Test
    void resultThatUnfoldsToMoreIsNotDecoded() throws Exception {
        Path made = Files.write(
                directory.resolve("made"), Hostile.png(SIDE, SIDE, 16, RGBA).pixels(1000));
        var image = new Image(made, null, null, List.of());
        assertThatThrownBy(() -> Darkrooms.offline().finish(image, request(4096), directory))
                .hasMessage("the picture is too large")
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED));
    }

    @Test
    void deepPicturesAreNotInWorkTogether() throws Exception {
        var deep = ImageHeader.of(Files.write(
                directory.resolve("deep"), Hostile.png(3000, 3000, 16, RGBA).bytes()));
        var shallow = ImageHeader.of(Files.write(
                directory.resolve("shallow"), Hostile.png(3000, 3000, 8, RGB).bytes()));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        try (var bench = new Workbench(4, 10);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = callers.submit(() -> bench.work(deep.bytes(1), () -> {
                begun.countDown();
                return end.await(10, TimeUnit.SECONDS);
            }));
            begun.await();
            assertThat(bench.<Boolean>work(shallow.bytes(1), () -> true)).isTrue();
            var second = callers.submit(() -> bench.work(deep.bytes(1), end::getCount));
            end.countDown();
            assertThat(first.get()).isTrue();
            assertThat(second.get()).isZero();
        }
    }

    private Path prepare(byte[] file, int side) throws Exception {
        return Darkrooms.at(file).source(request(side), new Desk(directory, null));
    }

    private static ImageRequested request(int side) {
        return Requests.image("A bridge").size(side, side).transform(0.5).sourceUrl("https://pictures.example/a.png");
    }
}
