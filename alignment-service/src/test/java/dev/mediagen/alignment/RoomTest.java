package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.contracts.AlignmentMethod;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoomTest {
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path workDir;

    @Test
    void anHourFitsInto384MegabytesAndQuarterOfItInto192() {
        assertThat(new Room(384 * MEGABYTE).has(3600)).isTrue();
        assertThat(new Room(192 * MEGABYTE).has(900)).isTrue();
        assertThat(new Room(192 * MEGABYTE).has(3600)).isFalse();
    }

    @Test
    void whoDoesNotFitInWaits() throws Exception {
        Room room = new Room(384 * MEGABYTE);
        var second = new CountDownLatch(1);
        try (Room.Share _ = room.take(3500);
                Room.Share _ = room.take(60)) {
            Thread waiting = Thread.ofVirtual().start(() -> take(room, 3500, second));
            await().until(() -> waiting.getState() == Thread.State.WAITING);
            assertThat(second.getCount()).isEqualTo(1);
        }
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void take(Room room, double duration, CountDownLatch taken) {
        try (Room.Share _ = room.take(duration)) {
            taken.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatFitsNowhereIsEstimated() throws Exception {
        AudioAligner greedy = (text, audio, activity, language, listener) -> {
            throw new OutOfMemoryError();
        };
        var own = new MediagenAlignmentProvider(List.of(greedy, DefaultAudioAligner.create()), 96 * MEGABYTE);
        var warnings = new ArrayList<String>();

        var found = own.align(
                Narrations.spoken("Two boats came home.", "en", 2, workDir),
                new RecordingContext(workDir),
                Narrations.listener(warnings));

        assertThat(found.method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(warnings)
                .containsExactly(
                        "There is not enough memory here to align so long a recording; the timings are estimated.");
    }
}
