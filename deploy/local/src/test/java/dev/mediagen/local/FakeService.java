package dev.mediagen.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/// Stands in for each of the five services: healthy at once, and as a gateway it finishes every story at once.
public final class FakeService {
    private static final String STORY = """
            {"id": "g1", "status": "completed", "stage": "storage", "progress": 100, "result": {
              "image": {"url": "/file/image"},
              "audio": {"url": "/file/audio", "alignmentUrl": "/file/text", "captions": {"vtt": "/file/text", "srt": "/file/text"}}}}
            """;

    private FakeService() {}

    public static void main(String[] args) throws IOException {
        String jar = System.getProperty("java.class.path");
        String failing = System.getenv("QUARKUS_FAKE_FAILING");
        if (failing != null && jar.contains(failing)) {
            throw new IllegalStateException("the fake cannot start");
        }
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.createContext("/q/health/ready", exchange -> answer(exchange, 200, "application/json", "{}"));
        server.createContext(
                "/api/image/styles",
                exchange -> answer(exchange, 200, "application/json", "{\"styles\": [\"VanGogh\"]}"));
        server.createContext(
                "/api/voices",
                exchange -> answer(exchange, 200, "application/json", "{\"voices\": [{\"name\": \"Aria\"}]}"));
        server.createContext("/api/media", exchange -> answer(exchange, 202, "application/json", "{\"id\": \"g1\"}"));
        server.createContext("/api/generations/g1", exchange -> answer(exchange, 200, "application/json", STORY));
        server.createContext("/file/image", exchange -> answer(exchange, 200, "image/png", "image"));
        server.createContext("/file/audio", exchange -> answer(exchange, 200, "audio/mpeg", "audio"));
        server.createContext("/file/text", exchange -> answer(exchange, 200, "text/plain", "text"));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
