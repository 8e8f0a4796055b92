package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OutboundStreamTest {
    private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    private static Vertx vertx;
    private static Outbound outbound;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        outbound = new Outbound(vertx);
    }

    @AfterAll
    static void close() {
        outbound.close();
        vertx.close();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void handsOnWhatHasArrivedBeforeTheRestIsSent() throws Exception {
        var heard = new CountDownLatch(1);
        try (var server = new Listener(caller -> {
            caller.getOutputStream().write(ascii(CHUNKED + "3\r\none\r\n"));
            heard.await();
            caller.getOutputStream().write(ascii("3\r\ntwo\r\n0\r\n\r\n"));
        })) {
            var body = new StringBuilder();
            var answer = outbound.stream(OutboundCall.get(server.uri("/")), chunk -> {
                body.append(new String(chunk, StandardCharsets.ISO_8859_1));
                heard.countDown();
            });
            assertThat(answer.ok()).isTrue();
            assertThat(body).hasToString("onetwo");
        }
    }

    @Test
    void keepsARefusalInMemory() throws Exception {
        try (var server = Listener.saying("HTTP/1.1 429 No\r\nContent-Length: 4", ascii("busy"))) {
            var answer = outbound.stream(OutboundCall.get(server.uri("/")), chunk -> {
                throw new AssertionError("handed on");
            });
            assertThat(answer.body()).isEqualTo(ascii("busy"));
        }
    }

    @Test
    void losesNothingAndHoldsLittleWhenTheConsumerIsSlow() throws Exception {
        var sent = new byte[32 << 20];
        new Random(1).nextBytes(sent);
        var written = new AtomicLong();
        try (var server = new Listener(caller -> {
            var out = caller.getOutputStream();
            out.write(ascii("HTTP/1.1 200 OK\r\nContent-Length: " + sent.length + "\r\n\r\n"));
            for (int at = 0; at < sent.length; at += 1 << 16) {
                out.write(sent, at, 1 << 16);
                written.addAndGet(1 << 16);
            }
        })) {
            var body = new ByteArrayOutputStream();
            outbound.stream(OutboundCall.get(server.uri("/")), chunk -> {
                // the server is held up until somebody takes more
                if (body.size() == 0)
                    await().during(Duration.ofMillis(300))
                            .atMost(Duration.ofSeconds(5))
                            .until(() -> written.get() < sent.length);
                body.writeBytes(chunk);
            });
            assertThat(body.toByteArray()).isEqualTo(sent);
        }
    }

    @Test
    void saysWhenTheRestNeverComes() {
        try (var cut = new Listener(caller -> caller.getOutputStream().write(ascii(CHUNKED + "3\r\none\r\n")));
                var stuck = new Listener(caller -> {
                    caller.getOutputStream().write(ascii(CHUNKED + "3\r\none\r\n"));
                    caller.getInputStream().readAllBytes();
                })) {
            var broken = failure(OutboundCall.get(cut.uri("/")));
            assertThat(broken.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
            var late = failure(OutboundCall.get(stuck.uri("/")).within(Duration.ofMillis(200)));
            assertThat(late.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
            assertThat(late.isCostly()).isTrue();
        }
    }

    @Test
    void keepsItsLimitWhileDataArrives() {
        try (var endless = new Listener(OutboundStreamTest::flood)) {
            var call = OutboundCall.get(endless.uri("/")).within(Duration.ofMillis(300));
            // slower than the server: there is always something to hand on
            var late = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> catchThrowableOfType(
                            ProviderException.class,
                            () -> outbound.stream(call, chunk -> LockSupport.parkNanos(1_000_000))));
            assertThat(late.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
        }
    }

    @Test
    void takesNoMoreThanItsCap() {
        var taken = new AtomicLong();
        try (var endless = new Listener(OutboundStreamTest::flood)) {
            var call = OutboundCall.get(endless.uri("/")).within(Duration.ofSeconds(20));
            var tooMuch = catchThrowableOfType(
                    ProviderException.class,
                    () -> outbound.stream(call, 1 << 20, chunk -> taken.addAndGet(chunk.length)));
            assertThat(tooMuch.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(tooMuch.isCostly()).isTrue();
        }
        assertThat(taken.get()).isLessThanOrEqualTo(1 << 20);
    }

    private static void flood(Socket caller) throws IOException {
        var out = caller.getOutputStream();
        out.write(ascii("HTTP/1.1 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n"));
        for (var block = new byte[1 << 16]; !caller.isClosed(); ) out.write(block);
    }

    private static ProviderException failure(OutboundCall call) {
        return catchThrowableOfType(ProviderException.class, () -> outbound.stream(call, chunk -> {}));
    }

    @Test
    void hangsUpWhenTheConsumerGivesUp() throws Exception {
        var gone = new CountDownLatch(1);
        try (var server = new Listener(caller -> {
            caller.getOutputStream().write(ascii(CHUNKED + "3\r\none\r\n"));
            caller.getInputStream().readAllBytes();
            gone.countDown();
        })) {
            assertThatThrownBy(() -> outbound.stream(OutboundCall.get(server.uri("/")), chunk -> {
                        throw new IllegalStateException("the listener left");
                    }))
                    .hasMessage("the listener left");
            await().untilAsserted(() -> assertThat(gone.getCount()).isZero());
        }
    }
}
