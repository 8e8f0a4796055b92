package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.mediagen.worker.http.Outbound;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FalKeysTest {
    private final AtomicInteger fetches = new AtomicInteger();
    private final AtomicLong now = new AtomicLong();
    private final Vertx vertx = Vertx.vertx();
    private volatile CountDownLatch held = new CountDownLatch(0);
    private HttpServer server;
    private FalKeys keys;

    @BeforeEach
    void publishAKey() throws IOException {
        byte[] set = FalSigner.create().keySet().getBytes(StandardCharsets.UTF_8);
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            fetches.incrementAndGet();
            try (exchange) {
                held.await();
                exchange.sendResponseHeaders(200, set.length);
                exchange.getResponseBody().write(set);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        keys = new FalKeys(FalWorkbench.config(url, Map.of()), new Outbound(vertx), now::get);
    }

    @AfterEach
    void stop() {
        held.countDown();
        server.stop(0);
        vertx.close();
    }

    @Test
    void theKnownOnesDoWhileNewOnesAreFetched() throws Exception {
        var first = keys.known();
        now.addAndGet(Duration.ofHours(13).toNanos());
        held = new CountDownLatch(1);
        var refreshing = inBackground(() -> keys.known());
        await().until(() -> fetches.get() == 2);
        var meanwhile = inBackground(() -> keys.known());
        await().untilAsserted(() -> assertThat(meanwhile).isCompletedWithValue(first));
        assertThat(refreshing).isNotDone();
    }

    @Test
    void manyWhoKnowNoneFetchOnce() throws Exception {
        held = new CountDownLatch(1);
        var asking = List.of(inBackground(() -> keys.known()), inBackground(() -> keys.known()));
        await().until(() -> fetches.get() == 1);
        held.countDown();
        for (var asked : asking)
            await().untilAsserted(() -> assertThat(asked).isCompletedWithValueMatching(known -> known.size() == 1));
        assertThat(fetches).hasValue(1);
    }

    @Test
    void oldOnesAreBelievedNoLonger() throws Exception {
        keys.known();
        server.stop(0);
        now.addAndGet(Duration.ofHours(25).toNanos());
        assertThat(keys.known()).isEmpty();
    }

    private interface Asking {
        List<PublicKey> ask() throws InterruptedException;
    }

    private static CompletableFuture<List<PublicKey>> inBackground(Asking asking) {
        var answer = new CompletableFuture<List<PublicKey>>();
        Thread.ofVirtual().start(() -> {
            try {
                answer.complete(asking.ask());
            } catch (InterruptedException e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }
}
