package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import java.io.IOException;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever becomes of a download, no file stays open, and none stays that is not whole.
class OutboundFileTest {
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 8\r\n\r\nhalf";
    private static final byte[] WHOLE = "body".getBytes(StandardCharsets.US_ASCII);
    private static Vertx vertx;
    private final SlowDisk disk = new SlowDisk(vertx);
    private final Outbound outbound = new Outbound(disk.vertx());

    @TempDir
    Path directory;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void connectionThatBreaksWhileTheFileOpensIsNotMissed(boolean reset) {
        try (var server = new Listener(caller -> {
            say(caller, HALF);
            disk.asked.await();
            caller.setSoLinger(reset, 0);
            caller.close();
        })) {
            var e = failure(OutboundCall.get(server.uri("/")).within(Duration.ofSeconds(5)), 100);
            assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
            assertThat(e.isCostly()).isTrue();
            assertThat(target()).doesNotExist();
            assertThat(disk.opened).singleElement().satisfies(OutboundFileTest::assertClosed);
        }
    }

    @Test
    void fileThatOpensAfterTheCallerHasGoneIsClosedAndDeleted() {
        try (var server = new Listener(caller -> {
            say(caller, HALF);
            caller.getInputStream().readAllBytes();
        })) {
            var e = failure(OutboundCall.get(server.uri("/")).within(Duration.ofMillis(300)), 100);
            assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
            assertGone();
        }
    }

    /// The connection is closed by the server as soon as everything was said.
    @Test
    void answerThatIsWholeBeforeTheFileOpensIsKept() throws Exception {
        try (var server = Listener.saying("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4", WHOLE)) {
            outbound.download(OutboundCall.get(server.uri("/")), target(), 100);
            assertThat(target()).hasContent("body");
            assertThat(disk.opened).singleElement().satisfies(OutboundFileTest::assertClosed);
        }
    }

    @Test
    void answerThatIsTooLongLeavesNoFile() {
        try (var server = Listener.saying("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4", WHOLE)) {
            var e = failure(OutboundCall.get(server.uri("/")), 3);
            assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(target()).doesNotExist();
            assertThat(disk.opened).singleElement().satisfies(OutboundFileTest::assertClosed);
        }
    }

    @Test
    void fileThatWasThereBeforeIsLeftAlone() throws Exception {
        Files.writeString(target(), "before");
        try (var server = Listener.saying("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 4", WHOLE)) {
            var e = failure(OutboundCall.get(server.uri("/")), 100);
            assertThat(e).hasRootCauseInstanceOf(FileAlreadyExistsException.class);
            assertThat(target()).hasContent("before");
        }
    }

    private void assertGone() {
        await().untilAsserted(() -> {
            assertThat(disk.opened).singleElement().satisfies(OutboundFileTest::assertClosed);
            assertThat(target()).doesNotExist();
        });
    }

    private static void assertClosed(AsyncFile file) {
        assertThatThrownBy(file::sizeBlocking).hasRootCauseInstanceOf(ClosedChannelException.class);
    }

    private ProviderException failure(OutboundCall call, long most) {
        return catchThrowableOfType(ProviderException.class, () -> outbound.download(call, target(), most));
    }

    private Path target() {
        return directory.resolve("target");
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
    }
}
