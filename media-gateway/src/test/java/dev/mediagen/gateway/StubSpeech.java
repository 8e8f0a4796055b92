package dev.mediagen.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.SpeechRequested;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// The live door of a tts-service next to one that is gone. What it does depends on the text: `busy` and `failing`
/// have nothing to hear; others are heard by halves, the second once a test lets it; `broken` ends after the first.
public final class StubSpeech implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "a-secret-of-this-test";
    static final byte[] AUDIO = audio();
    static final List<SpeechRequested> ASKED = new CopyOnWriteArrayList<>();
    static final List<String> TOKENS = new CopyOnWriteArrayList<>();
    private static final Map<String, CountDownLatch> GATES = new ConcurrentHashMap<>();
    private HttpServer server;

    private static byte[] audio() {
        var audio = new byte[100_000];
        for (int index = 0; index < audio.length; index++) audio[index] = (byte) (index * 31 / 7);
        return audio;
    }

    static void letGoOn(String text) {
        gate(text).countDown();
    }

    private static CountDownLatch gate(String text) {
        return GATES.computeIfAbsent(text, any -> new CountDownLatch(1));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/internal/speech/live", this::answer);
            server.start();
            var urls = "http://127.0.0.1:%d,http://127.0.0.1:%d"
                    .formatted(nobody(), server.getAddress().getPort());
            return Map.of("MEDIA_TTS_URL", urls, "MEDIA_INTERNAL_TOKEN", TOKEN, "media.tts.patience", "10s");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int nobody() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        var request = ContractJson.mapper().readValue(exchange.getRequestBody(), SpeechRequested.class);
        TOKENS.add(exchange.getRequestHeaders().getFirst("X-Internal-Token"));
        ASKED.add(request);
        var text = request.text().inline();
        if (text.contains("busy") || text.contains("failing")) {
            exchange.sendResponseHeaders(text.contains("busy") ? 503 : 502, -1);
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "audio/mpeg");
        exchange.sendResponseHeaders(200, 0);
        send(exchange, text);
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        var out = exchange.getResponseBody();
        try {
            out.write(Arrays.copyOf(AUDIO, AUDIO.length / 2));
            out.flush();
            gate(text).await();
            if (text.contains("broken")) throw new IOException("broken off");
            out.write(AUDIO, AUDIO.length / 2, AUDIO.length / 2);
            out.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
