package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ChunkQueueTest {
    private static final int CHUNKS = 100;
    private final ChunkQueue queue = new ChunkQueue(CHUNKS);

    @Test
    void keepsItsLimitAlsoWhileThereIsMoreToHandOn() {
        for (int i = 0; i < CHUNKS; i++) queue.write(Buffer.buffer("x"));
        queue.finish();
        var taken = new AtomicInteger();
        assertThatThrownBy(() -> queue.handOn(chunk -> slowly(taken), Duration.ofMillis(100)))
                .isInstanceOf(TimeoutException.class);
        assertThat(taken.get()).isBetween(1, CHUNKS / 2);
    }

    @Test
    void takesNoMoreThanItsCap() {
        for (int i = 0; i < CHUNKS; i++)
            assertThat(queue.write(Buffer.buffer("x")).succeeded()).isTrue();
        assertThat(queue.write(Buffer.buffer("x")).cause()).isInstanceOf(CappedSink.TooLongException.class);
    }

    private static void slowly(AtomicInteger taken) {
        taken.incrementAndGet();
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
}
