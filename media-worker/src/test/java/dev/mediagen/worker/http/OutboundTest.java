package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.Vertx;
import io.vertx.ext.web.multipart.MultipartForm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {
    private static final Listener.Reply SILENCE =
            caller -> caller.getInputStream().readAllBytes();
    private static Vertx vertx;
    private static Outbound outbound;

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
        outbound = new Outbound(vertx);
    }

    @AfterAll
    static void close() {
        outbound.close();
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 404, 429, 500})
    void anyStatusIsAnAnswer(int status) throws Exception {
        try (var server = Listener.saying(
                "HTTP/1.1 " + status + " X\r\nLocation: /b\r\nRetry-After: 7\r\nContent-Length: 7",
                "{\"a\":1}".getBytes(StandardCharsets.UTF_8))) {
            var answer = outbound.call(OutboundCall.get(server.uri("/a")).header("X-Key", "k"));
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.json().path("a").asInt()).isEqualTo(1);
            assertThat(answer.header("retry-after")).contains("7");
            assertThat(answer.retryAfter()).hasSeconds(7);
            assertThat(server.heads).singleElement().asString().contains("GET /a HTTP/1.1", "X-Key: k");
        }
    }

    @Test
    void successGoesIntoTheFileAndFailureIntoMemory() throws Exception {
        byte[] body = "body".getBytes(StandardCharsets.UTF_8);
        try (var good = Listener.saying("HTTP/1.1 200 OK\r\nContent-Length: 4", body);
                var bad = Listener.saying("HTTP/1.1 422 No\r\nContent-Length: 4", body)) {
            Path file = directory.resolve("good");
            var answer = outbound.download(OutboundCall.get(good.uri("/")), file, 4);
            assertThat(answer.body()).isEmpty();
            assertThat(file).hasContent("body");
            var refusal = outbound.download(OutboundCall.get(bad.uri("/")), directory.resolve("bad"), 4);
            assertThat(refusal.body()).isEqualTo(body);
            assertThat(directory.resolve("bad")).doesNotExist();
        }
    }

    @Test
    void largeDownloadArrivesWhole() throws Exception {
        byte[] body = new byte[9_000_000];
        for (int i = 0; i < body.length; i++) body[i] = (byte) (i * 31 >> 3);
        try (var server = Listener.saying("HTTP/1.1 200 OK", body)) {
            Path file = directory.resolve("large");
            outbound.download(OutboundCall.get(server.uri("/")), file, body.length);
            assertThat(Files.readAllBytes(file)).isEqualTo(body);
        }
    }

    @Test
    void downloadIsCutAtItsCap() {
        try (var server = Listener.saying("HTTP/1.1 200 OK", new byte[100_001])) {
            var e = failure(
                    () -> outbound.download(OutboundCall.get(server.uri("/")), directory.resolve("cut"), 100_000));
            assertFailed(e, FailureCode.QUALITY_REJECTED, true);
        }
    }

    @Test
    void smallAnswersAreCutAtAMebibyte() throws Exception {
        try (var fits = Listener.saying("HTTP/1.1 200 OK", new byte[1 << 20]);
                var longer = Listener.saying("HTTP/1.1 200 OK", new byte[(1 << 20) + 1])) {
            assertThat(outbound.call(OutboundCall.get(fits.uri("/"))).body()).hasSize(1 << 20);
            var e = failure(() -> outbound.call(OutboundCall.get(longer.uri("/"))));
            assertFailed(e, FailureCode.QUALITY_REJECTED, true);
        }
    }

    /// Also one that never ends, and however the call was made.
    @ParameterizedTest
    @ValueSource(strings = {"\r\nContent-Length: 2097152", "\r\nContent-Length: 9000000000", ""})
    void refusalsAreCutAtAMebibyteAndKeepWhatTheySay(String length) throws Exception {
        byte[] body = new byte[2 << 20];
        Arrays.fill(body, (byte) 'x');
        try (var server = Listener.saying("HTTP/1.1 503 No\r\nRetry-After: 7" + length, body)) {
            var call = OutboundCall.get(server.uri("/"));
            for (var answer : List.of(
                    outbound.call(call),
                    outbound.download(call, directory.resolve("refused"), 10),
                    outbound.stream(call, 10, chunk -> Assertions.fail("handed on")))) {
                assertThat(answer.status()).isEqualTo(503);
                assertThat(answer.retryAfter()).hasSeconds(7);
                assertThat(answer.body()).isEqualTo(Arrays.copyOf(body, 1 << 20));
            }
        }
    }

    @Test
    void silenceEndsWithinTheLimitAndMayHaveCost() {
        try (var server = new Listener(SILENCE)) {
            var e = failure(() -> outbound.call(
                    OutboundCall.post(server.uri("/")).json(Map.of("a", 1)).within(Duration.ofMillis(300))));
            assertFailed(e, FailureCode.PROVIDER_TIMEOUT, true);
        }
    }

    @Test
    void bodyThatDripsEndsWithinTheLimit() {
        try (var server = new Listener(caller -> {
            caller.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                caller.getOutputStream().write('.');
                Thread.sleep(20);
            }
        })) {
            var e = failure(() -> outbound.download(
                    OutboundCall.get(server.uri("/")).within(Duration.ofMillis(400)), directory.resolve("drip"), 1000));
            assertFailed(e, FailureCode.PROVIDER_TIMEOUT, true);
            await().untilAsserted(() -> assertThat(server.heads).anyMatch(head -> head.startsWith("broke")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf", "no HTTP\r\n\r\n"})
    void connectionThatBreaksMayHaveCost(String before) {
        try (var server = new Listener(caller -> {
            caller.getOutputStream().write(before.getBytes(StandardCharsets.US_ASCII));
            caller.setSoLinger(true, 0);
            if (!before.isEmpty()) Thread.sleep(100);
            caller.close();
        })) {
            var e = failure(
                    () -> outbound.download(OutboundCall.post(server.uri("/")), directory.resolve("broken"), 1000));
            assertFailed(e, FailureCode.PROVIDER_UNAVAILABLE, true);
        }
    }

    @Test
    void refusedConnectionCostsNothing() throws Exception {
        int port;
        try (var once = new ServerSocket(0)) {
            port = once.getLocalPort();
        }
        var e = failure(() -> outbound.call(OutboundCall.post(URI.create("http://127.0.0.1:" + port + "/"))));
        assertFailed(e, FailureCode.PROVIDER_UNAVAILABLE, false);
        assertThat(e).hasMessage("127.0.0.1: no connection");
    }

    @Test
    void unknownHostCostsNothing() {
        var e = failure(() -> outbound.call(
                OutboundCall.post(URI.create("http://nothing.invalid/")).within(Duration.ofSeconds(20))));
        assertFailed(e, FailureCode.PROVIDER_UNAVAILABLE, false);
    }

    /// Within a millisecond the connection stands or not; where it came too late, no byte may follow on it.
    @Test
    void callThatGaveUpUncostlyIsNeverSent() throws Exception {
        try (var server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"))) {
            var call = OutboundCall.post(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"));
            var e = failure(() -> outbound.call(call.within(Duration.ofMillis(1))));
            assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
            server.setSoTimeout(500);
            assertThat(e.isCostly() || firstByte(server) == -1).isTrue();
        }
    }

    private static int firstByte(ServerSocket server) throws IOException {
        try (var caller = server.accept()) {
            caller.setSoTimeout(500);
            return caller.getInputStream().read();
        } catch (SocketException | SocketTimeoutException nothing) {
            return -1;
        }
    }

    @Test
    void filesOfAFormAreStreamed() throws Exception {
        Path file = directory.resolve("voice.wav");
        Files.write(file, new byte[3_000_000]);
        var seen = new AtomicReference<String>();
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/", exchange -> {
            seen.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.getResponseHeaders()
                    .set("Seen-Type", exchange.getRequestHeaders().getFirst("Content-Type"));
            exchange.sendResponseHeaders(204, -1);
        });
        server.start();
        try {
            var form = MultipartForm.create()
                    .attribute("text", "grün")
                    .binaryFileUpload("audio", "voice.wav", file.toString(), "audio/wav");
            var uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            var answer = outbound.call(OutboundCall.post(uri).form(form));
            assertThat(answer.header("Seen-Type")).get().asString().startsWith("multipart/form-data; boundary=");
            assertThat(seen.get()).contains("name=\"text\"", "filename=\"voice.wav\"", "audio/wav");
            assertThat(seen.get()).hasSizeGreaterThan(3_000_000);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void interruptEndsTheCall() throws Exception {
        try (var server = new Listener(SILENCE)) {
            var ended = new AtomicReference<Throwable>();
            var caller = Thread.startVirtualThread(() -> ended.set(
                    catchThrowableOfType(Exception.class, () -> outbound.call(OutboundCall.get(server.uri("/"))))));
            await().until(() -> !server.heads.isEmpty());
            caller.interrupt();
            caller.join(Duration.ofSeconds(5));
            assertThat(ended.get()).isInstanceOf(InterruptedException.class);
        }
    }

    private static ProviderException failure(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(ProviderException.class, call);
    }

    private static void assertFailed(ProviderException e, FailureCode code, boolean costly) {
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.isCostly()).isEqualTo(costly);
    }
}
