package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/// A vendor's HTTP server in this JVM, which remembers what it was asked.
final class StubVendor implements AutoCloseable {
    private final HttpServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();

    /// @param at nanoseconds of this JVM's clock
    record Call(String method, String path, String query, Headers headers, byte[] body, long at) {
        JsonNode json() throws IOException {
            return ContractJson.mapper().readTree(body);
        }

        boolean says(String text) {
            return new String(body, StandardCharsets.UTF_8).contains(text);
        }
    }

    record Answer(int status, String type, byte[] body, Map<String, String> headers) {
        static Answer json(int status, Object body) throws IOException {
            return new Answer(status, "application/json", ContractJson.mapper().writeValueAsBytes(body), Map.of());
        }

        Answer with(Map<String, String> more) {
            return new Answer(status, type, body, more);
        }
    }

    /// Answers one call.
    interface Desk {
        Answer answer(Call call) throws Exception;
    }

    StubVendor(Desk desk) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> serve(exchange, desk));
        server.start();
    }

    private void serve(HttpExchange exchange, Desk desk) throws IOException {
        try (exchange) {
            var uri = exchange.getRequestURI();
            var call = new Call(
                    exchange.getRequestMethod(),
                    uri.getPath(),
                    String.valueOf(uri.getQuery()),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readAllBytes(),
                    System.nanoTime());
            calls.add(call);
            var answer = desk.answer(call);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("the stub broke", e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /// POSTs that contained a text.
    List<Call> asked(String text) {
        return calls.stream()
                .filter(call -> call.method().equals("POST") && call.says(text))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
