package dev.mediagen.gateway.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.uploads.UploadedObjects.Fit;
import dev.mediagen.gateway.uploads.UploadedObjects.Look;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UploadLooksTest {
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();

    @AfterEach
    void letGo() {
        release.countDown();
    }

    @Test
    void manyWhoReferToOneUploadReadItOnce() {
        var looks = new UploadLooks(this::slow, 4, Duration.ofSeconds(10));
        var upload = upload();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = Stream.generate(() -> CompletableFuture.supplyAsync(() -> looks.at(upload), threads))
                    .limit(20)
                    .toList();
            await().until(() -> begun.get() == 1);
            release.countDown();
            assertThat(all).allSatisfy(look -> assertThat(look.join()).isInstanceOf(Fit.class));
        }
        assertThat(begun.get()).isLessThan(20);
    }

    @Test
    void fewAreReadAtOnce() {
        var looks = new UploadLooks(this::slow, 1, Duration.ofMillis(50));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = CompletableFuture.supplyAsync(() -> looks.at(upload()), threads);
            await().until(() -> begun.get() == 1);
            assertThatThrownBy(() -> looks.at(upload()))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("too many uploads");
            release.countDown();
            assertThat(first.join()).isInstanceOf(Fit.class);
        }
        assertThat(looks.at(upload())).isInstanceOf(Fit.class);
    }

    private Look slow(Upload upload) {
        begun.incrementAndGet();
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return new Fit("00", "etag");
    }

    private static Upload upload() {
        return Upload.of(new Caller("acme", "ann"), UploadType.MP3, 10, Instant.now());
    }
}
