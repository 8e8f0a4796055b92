package dev.mediagen.tts.openai;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// Answers as it is told and remembers what it was asked.
final class StubServer implements AutoCloseable {
    /// @param length what `Content-Length` claims
    record Answer(int status, String type, byte[] body, long length, Map<String, String> headers) {
        static Answer json(int status, String body) {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            return new Answer(status, "application/json", bytes, bytes.length, Map.of());
        }

        static Answer audio(byte[] body) {
            return new Answer(200, "audio/wav", body, body.length, Map.of("x-request-id", "req_1"));
        }

        /// Comes when the server is closed, not before.
        static Answer never() {
            return new Answer(0, "", new byte[0], 0, Map.of());
        }

        Answer with(Map<String, String> more) {
            return new Answer(status, type, body, length, more);
        }
    }

    record Asked(String method, String path, Headers headers, String body) {}

    final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    StubServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    StubServer on(String path, Answer answer) {
        answers.put("/v1" + path, answer);
        return this;
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    Asked last(String path) {
        return asked.stream()
                .filter(call -> call.path().equals("/v1" + path))
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var path = exchange.getRequestURI().getPath();
        asked.add(new Asked(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body));
        var answer = answers.getOrDefault(path, Answer.json(404, "{\"detail\":\"Not Found\"}"));
        if (answer.status() == 0) waitForTheEnd();
        exchange.getResponseHeaders().set("Content-Type", answer.type());
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
        if (answer.length() > 0) exchange.getResponseBody().write(answer.body());
        exchange.close();
    }

    private void waitForTheEnd() throws IOException {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IOException("closed");
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
