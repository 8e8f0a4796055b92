package dev.mediagen.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;

/// An OpenAI-compatible image server for benchmarks: takes a fixed time, or until it is released; refuses what is
/// over its limit as the real ones do; and keeps count.
final class SimulatedProvider implements AutoCloseable {
    /// A prompt with this in it is answered at once and not counted.
    static final String WARM_UP = "warm up";

    private final HttpServer server;
    private final byte[] answer;
    private final int limit;
    private final Duration takes;
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger mostInFlight = new AtomicInteger();
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicLong firstNanos = new AtomicLong();
    private final AtomicLong lastNanos = new AtomicLong();

    /// @param limit calls at once
    /// @param takes how long each takes; null: until [#release]
    /// @param side pixels of the square picture of noise that it answers
    SimulatedProvider(int limit, Duration takes, int side) throws IOException {
        this.limit = limit;
        this.takes = takes;
        this.answer = answer(side);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 4_096);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/images/generations", this::generate);
        server.createContext("/v1/models", exchange -> respond(exchange, 200, "{\"object\":\"list\",\"data\":[]}"));
        server.start();
    }

    private static byte[] answer(int side) throws IOException {
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int y = 0; y < side; y++) for (int x = 0; x < side; x++) picture.setRGB(x, y, random.nextInt());
        var png = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", png);
        var encoded = Base64.getEncoder().encodeToString(png.toByteArray());
        return "{\"created\":1,\"data\":[{\"b64_json\":\"%s\"}]}"
                .formatted(encoded)
                .getBytes(StandardCharsets.US_ASCII);
    }

    String baseUrl() {
        return "http://127.0.0.1:%d/v1".formatted(server.getAddress().getPort());
    }

    private void generate(HttpExchange exchange) throws IOException {
        var asked = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (asked.contains(WARM_UP)) {
            send(exchange);
            return;
        }
        int now = inFlight.incrementAndGet();
        try {
            if (now > limit) {
                refused.incrementAndGet();
                exchange.getResponseHeaders().set("Retry-After", "1");
                respond(exchange, 429, "{\"error\":{\"message\":\"busy\",\"type\":\"rate_limit_error\"}}");
                return;
            }
            mostInFlight.accumulateAndGet(now, Math::max);
            firstNanos.compareAndSet(0, System.nanoTime());
            pause();
            lastNanos.set(System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } finally {
            inFlight.decrementAndGet();
        }
        served.incrementAndGet();
        send(exchange);
    }

    private void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(answer);
        }
    }

    private void pause() throws InterruptedException {
        if (takes == null) {
            released.await();
        } else {
            TimeUnit.NANOSECONDS.sleep(takes.toNanos());
        }
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Lets all calls end.
    void release() {
        released.countDown();
    }

    /// Forgets what was counted, between two rounds.
    void countAnew() {
        mostInFlight.set(0);
        served.set(0);
        refused.set(0);
        firstNanos.set(0);
    }

    int inFlight() {
        return inFlight.get();
    }

    int mostInFlight() {
        return mostInFlight.get();
    }

    int served() {
        return served.get();
    }

    int refused() {
        return refused.get();
    }

    /// Share of the slots that were at work, from the first call to the end of the last.
    double use() {
        double span = (lastNanos.get() - firstNanos.get()) / 1e9;
        return served.get() * takes.toMillis() / 1e3 / (span * limit);
    }

    /// Bytes of one answer.
    int answerBytes() {
        return answer.length;
    }

    @Override
    public void close() {
        release();
        server.stop(0);
    }
}
