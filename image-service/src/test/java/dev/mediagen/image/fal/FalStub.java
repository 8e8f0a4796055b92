package dev.mediagen.image.fal;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// fal's queue, scripted. Shapes as recorded on 20 November 2026.
final class FalStub implements AutoCloseable {
    /// @param headers lower-case names
    record Call(String method, String path, String query, Map<String, List<String>> headers, String body) {
        String header(String name) {
            return headers.getOrDefault(name.toLowerCase(), List.of("")).getFirst();
        }

        String webhook() {
            return URLDecoder.decode(query.replace("fal_webhook=", ""), StandardCharsets.UTF_8);
        }
    }

    /// What is answered; a status below 0 cuts the connection instead.
    record Answer(int status, String body, Map<String, String> headers) {}

    static final byte[] PICTURE = "picture".getBytes(StandardCharsets.UTF_8);
    static final Answer CUT = answer(-1, "");
    final List<Call> calls = new CopyOnWriteArrayList<>();
    final Queue<Answer> submits = new ConcurrentLinkedQueue<>();
    final Queue<Answer> statuses = new ConcurrentLinkedQueue<>();
    final Queue<Answer> results = new ConcurrentLinkedQueue<>();
    final Queue<Answer> cancels = new ConcurrentLinkedQueue<>();
    final Queue<Answer> pictures = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch held = new CountDownLatch(0);
    /// A job that never leaves the queue.
    volatile String stuck = "none";
    volatile String keys = "{\"keys\":[]}";
    private final AtomicInteger jobs = new AtomicInteger();
    private final HttpServer server;

    FalStub() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::serve);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static Answer answer(int status, String body) {
        return new Answer(status, body, Map.of());
    }

    Answer submitted(String id) {
        String url = url() + "/fal-ai/flux/requests/" + id;
        String body = """
                {"status":"IN_QUEUE","request_id":"%s","queue_position":0,"response_url":"%s",
                 "status_url":"%s/status","cancel_url":"%s/cancel"}""".formatted(id, url, url, url);
        FalContract.checked("submitted", body);
        return answer(200, body);
    }

    static Answer status(String status) {
        String body = "{\"status\":\"%s\",\"logs\":null}".formatted(status);
        FalContract.checked("status", body);
        return answer(status.equals("COMPLETED") ? 200 : 202, body);
    }

    static Answer failed(String errorType) {
        String type = errorType == null ? "" : ",\"error_type\":\"%s\"".formatted(errorType);
        String body = "{\"status\":\"COMPLETED\",\"error\":\"secret vendor words\"%s}".formatted(type);
        FalContract.checked("status", body);
        return answer(200, body);
    }

    Answer output(String pictureUrl, boolean flagged) {
        String body = """
                {"images":[{"url":"%s","width":1024,"height":768,"content_type":"image/jpeg"}],
                 "timings":{"inference":0.51},"seed":17454220438242315174,"has_nsfw_concepts":[%s],"prompt":"cat"}""".formatted(pictureUrl, flagged);
        FalContract.checked("output", body);
        return answer(200, body);
    }

    static Answer cancelled(int status, String word) {
        String body = "{\"status\":\"%s\"}".formatted(word);
        FalContract.checked("cancelled", body);
        return answer(status, body);
    }

    List<Call> submissions() {
        return calls.stream().filter(call -> call.method().equals("POST")).toList();
    }

    long count(String method, String pathEnd) {
        return calls.stream()
                .filter(call -> call.method().equals(method) && call.path().endsWith(pathEnd))
                .count();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var headers = new TreeMap<String, List<String>>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), values));
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
            calls.add(new Call(exchange.getRequestMethod(), uri.getPath(), query, headers, body));
            if (exchange.getRequestMethod().equals("POST")) await(held);
            answer(exchange, next(exchange.getRequestMethod(), uri.getPath()));
        }
    }

    /// Answers no submission before the latch is open.
    void holdSubmits(CountDownLatch latch) {
        held = latch;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Answer next(String method, String path) {
        if (method.equals("POST"))
            return submits.isEmpty() ? submitted("job-" + jobs.incrementAndGet()) : submits.remove();
        if (method.equals("PUT")) return or(cancels, cancelled(202, "CANCELLATION_REQUESTED"));
        if (path.equals("/jwks.json")) return answer(200, keys);
        if (path.endsWith(stuck + "/status")) return status("IN_QUEUE");
        if (path.endsWith("/status")) return or(statuses, status("COMPLETED"));
        if (path.startsWith("/files/")) return or(pictures, answer(200, "picture"));
        return or(results, output(url() + "/files/x.jpg", false));
    }

    private static Answer or(Queue<Answer> script, Answer usual) {
        var scripted = script.poll();
        return scripted == null ? usual : scripted;
    }

    private static void answer(HttpExchange exchange, Answer answer) throws IOException {
        if (answer.status() < 0) return;
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
