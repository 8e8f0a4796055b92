package dev.mediagen.alignment.elevenlabs;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/// ElevenLabs on this machine: answers what a test told it to, in that order, and remembers what it was asked.
final class StubElevenLabs implements AutoCloseable {
    private final HttpServer server;
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Map<String, Answer> fixed = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    final List<Asked> asked = new CopyOnWriteArrayList<>();

    record Asked(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.ISO_8859_1);
        }

        String json() {
            return new String(body, StandardCharsets.UTF_8);
        }

        String header(String name) {
            return headers.get(name).getFirst();
        }
    }

    /// @param cut bytes that are promised but never sent
    record Answer(int status, Map<String, String> headers, byte[] body, int cut) {
        static Answer of(int status, String body) {
            return new Answer(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), 0);
        }

        static Answer audio(byte[] body) {
            return new Answer(200, Map.of("content-type", "audio/mpeg"), body, 0);
        }

        Answer with(String name, String value) {
            var more = new HashMap<>(headers);
            more.put(name, value);
            return new Answer(status, more, body, cut);
        }

        Answer truncated() {
            return new Answer(status, headers, body, 10);
        }
    }

    /// Never answers.
    static final Answer SILENCE = Answer.of(0, "");

    StubElevenLabs() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    StubElevenLabs then(Answer answer) {
        answers.add(answer);
        return this;
    }

    /// @param start of path and query
    StubElevenLabs at(String start, Answer answer) {
        fixed.put(start, answer);
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    Asked last() {
        return asked.getLast();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        asked.add(new Asked(
                exchange.getRequestMethod(),
                uri.getPath(),
                uri.getRawQuery(),
                exchange.getRequestHeaders(),
                exchange.getRequestBody().readAllBytes()));
        send(exchange, next(uri.toString()));
    }

    private Answer next(String uri) {
        return fixed.keySet().stream()
                .filter(uri::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(fixed::get)
                .orElseGet(answers::poll);
    }

    private void send(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            if (answer == SILENCE) {
                closed.await();
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length + answer.cut());
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
