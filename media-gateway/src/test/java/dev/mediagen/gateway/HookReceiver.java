package dev.mediagen.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/// Somebody's server that gets webhooks, and keeps what it got.
final class HookReceiver implements AutoCloseable {
    /// What it answers to the call of this number, counted from 0.
    interface Answer {
        void to(HttpExchange exchange, int number) throws IOException, InterruptedException;
    }

    record Got(Map<String, String> headers, String body) {
        String id() {
            return headers.get("webhook-id");
        }

        JsonPath json() {
            return JsonPath.from(body);
        }
    }

    final List<Got> got = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    HookReceiver(Answer answer) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                answer.to(exchange, keep(exchange));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    /// The statuses it answers one after the other; the last one from then on.
    static HookReceiver saying(Integer... statuses) {
        return new HookReceiver((exchange, number) ->
                exchange.sendResponseHeaders(statuses[Math.min(number, statuses.length - 1)], -1));
    }

    private synchronized int keep(HttpExchange exchange) throws IOException {
        var headers = exchange.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        e -> e.getKey().toLowerCase(), e -> e.getValue().getFirst()));
        got.add(new Got(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        return got.size() - 1;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/in";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
