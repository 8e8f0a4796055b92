package dev.mediagen.tts.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mediagen.contracts.ContractJson;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A model server as the three behave, seen by running their public `api.py` (Andreaswt/elevenlabs-clone at
/// 63cbecc8, FastAPI 0.142.2) without the models: the key before the body, `bearer` refused, one request at a time,
/// WAV into the bucket, a sentence in `detail` of what failed.
public final class ModelServerStub implements AutoCloseable {
    public static final String KEY = "server-key-5e1f";

    /// @param voices empty: it has no choice of voices
    public record Model(
            String path, List<String> fields, List<String> voices, String outputs, int sampleRate, String failure) {}

    public record Received(String call, String authorization, String body) {}

    /// What is said instead of the real answer, to everything but questions for its health.
    record Said(int status, String body, Map<String, String> headers) {}

    private final Model model;
    private final HttpServer http;
    private final ExecutorService oneByOne = Executors.newSingleThreadExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    volatile Said said;
    volatile Duration delay = Duration.ZERO;
    volatile Duration healthDelay = Duration.ZERO;
    private volatile boolean loaded = true;
    volatile boolean sharesBucket = true;
    volatile byte[] audio;

    public ModelServerStub(Model model) throws IOException {
        this.model = model;
        this.audio = wav(model.sampleRate());
        this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(oneByOne);
        http.createContext("/", this::serve);
        http.start();
    }

    public URI uri() {
        return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
    }

    public List<Received> received() {
        return received;
    }

    public List<String> answers() {
        return answers;
    }

    public void loaded(boolean isLoaded) {
        loaded = isLoaded;
    }

    @Override
    public void close() {
        closed.countDown();
        http.stop(0);
        oneByOne.shutdownNow();
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
            var body = new String(exchange.getRequestBody().readAllBytes());
            var call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            received.add(new Received(call, authorization.orElse(null), body));
            if (call.startsWith("GET /files/")) send(exchange, new Said(200, null, Map.of()), audio);
            else if (call.equals("GET /health"))
                say(exchange, authorized(authorization).orElseGet(this::health));
            else say(exchange, answer(call, authorization, body));
        }
    }

    private Said answer(String call, Optional<String> authorization, String body) throws IOException {
        pause(delay);
        if (said != null) return said;
        if (!call.endsWith(" " + model.path())) return detail(404, "Not Found");
        if (!call.startsWith("POST")) return detail(405, "Method Not Allowed");
        var refused = authorized(authorization);
        if (refused.isPresent()) return refused.get();
        return make(ContractJson.mapper().readTree(body));
    }

    private Optional<Said> authorized(Optional<String> authorization) {
        if (authorization.isEmpty()) return Optional.of(detail(401, "API key is missing"));
        var key = authorization.get().replaceFirst("^Bearer ", "");
        return key.equals(KEY) ? Optional.empty() : Optional.of(detail(401, "Invalid API key"));
    }

    private Said health() {
        pause(healthDelay);
        var state = loaded
                ? Map.of("status", "healthy", "model", "loaded")
                : Map.of("status", "unhealthy", "model", "not loaded");
        return new Said(200, ContractJson.mapper().valueToTree(state).toString(), Map.of());
    }

    private Said make(JsonNode body) {
        for (String field : model.fields()) {
            if (!body.path(field).isTextual()) return new Said(422, """
                        {"detail":[{"type":"missing","loc":["body","%s"],"msg":"Field required","input":{}}]}""".formatted(field), Map.of());
        }
        if (body.path("text").asText().length() > 5000)
            return detail(400, "Text length exceeds the limit of 5000 characters");
        if (!model.voices().isEmpty()
                && !model.voices().contains(body.path("target_voice").asText()))
            return detail(400, "Target voice not supported. Choose from: " + String.join(", ", model.voices()));
        var source = body.path("source_audio_key");
        boolean sourceMissing =
                source.isTextual() && TestBucket.keys(source.asText()).isEmpty();
        return sourceMissing || !loaded ? detail(500, model.failure()) : made();
    }

    private Said made() {
        var name = UUID.randomUUID() + ".wav";
        var key = model.outputs() + name;
        if (sharesBucket) TestBucket.put(key, audio);
        var url =
                sharesBucket ? TestBucket.ENDPOINT + "/media/" + key + "?X-Amz-Expires=3600" : uri() + "/files/" + name;
        var body = ContractJson.mapper()
                .valueToTree(Map.of("audio_url", url, "s3_key", key))
                .toString();
        return new Said(200, body, Map.of());
    }

    private void pause(Duration length) {
        try {
            if (closed.await(length.toMillis(), TimeUnit.MILLISECONDS)) said = detail(500, "closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static Said detail(int status, String sentence) {
        return new Said(
                status,
                ContractJson.mapper().valueToTree(Map.of("detail", sentence)).toString(),
                Map.of());
    }

    private void say(HttpExchange exchange, Said said) throws IOException {
        answers.add(said.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        send(exchange, said, said.body().getBytes());
    }

    private static void send(HttpExchange exchange, Said said, byte[] bytes) throws IOException {
        said.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /// Half a second of a tone.
    static byte[] wav(int sampleRate) throws IOException {
        var samples = new byte[sampleRate];
        for (int index = 0; index < samples.length; index += 2) {
            var value = (int) (8_000 * Math.sin(index * 0.05));
            samples[index] = (byte) value;
            samples[index + 1] = (byte) (value >> 8);
        }
        var format = new AudioFormat(sampleRate, 16, 1, true, false);
        var file = new ByteArrayOutputStream();
        var stream = new AudioInputStream(new ByteArrayInputStream(samples), format, samples.length / 2);
        AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file);
        return file.toByteArray();
    }
}
