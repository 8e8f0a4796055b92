package dev.mediagen.worker.http;

import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.streams.Pipe;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/// Calls other people's HTTP servers. Bytes stream to disk, redirects are not followed, nothing is tried again, and
/// every call ends within its limit. Calls block: use virtual threads.
@ApplicationScoped
public class Outbound {
    /// Answers that are read into memory.
    public static final long SMALL = 1L << 20;

    /// Answers that are handed on while they arrive: hours of speech.
    public static final long LONG = 256L << 20;

    private static final Duration CONNECT = Duration.ofSeconds(5);
    /// Shorter than servers keep an idle connection (uvicorn: 5 s), so that no call meets one that is being closed.
    private static final Duration IDLE = Duration.ofSeconds(4);

    private final Vertx vertx;
    private final HttpClient client;

    @Inject
    public Outbound(Vertx vertx) {
        this(vertx, new HttpClientOptions());
    }

    /// @param options what is special about the client
    Outbound(Vertx vertx, HttpClientOptions options) {
        this.vertx = vertx;
        this.client = vertx.createHttpClient(options.setConnectTimeout((int) CONNECT.toMillis())
                .setKeepAliveTimeout((int) IDLE.toSeconds())
                .setMaxPoolSize(10_000)
                .setMaxHeaderSize(32 * 1024));
    }

    @PreDestroy
    void close() {
        client.close();
    }

    /// A call with a small answer, whatever its status.
    ///
    /// @throws ProviderException PROVIDER_UNAVAILABLE without an answer, PROVIDER_TIMEOUT when it took too long;
    /// both costly once the call was sent. QUALITY_REJECTED when an answer of success is longer than [#SMALL]; any
    /// other is cut there.
    public OutboundAnswer call(OutboundCall call) throws ProviderException, InterruptedException {
        var exchange = new Exchange(vertx, client, call);
        return exchange.run(response -> intoMemory(exchange, response));
    }

    /// A call of whose answer only the beginning is of interest, whatever its status; the rest is not waited for.
    ///
    /// @param most bytes
    /// @throws ProviderException as with [#call], but never for a long answer
    OutboundAnswer glance(OutboundCall call, int most) throws ProviderException, InterruptedException {
        var exchange = new Exchange(vertx, client, call);
        return exchange.run(response -> intoMemory(exchange, response, most, true));
    }

    /// A call whose successful answer goes into a file; an unsuccessful one stays in memory.
    ///
    /// @param target does not exist yet; nor after a failure, after PROVIDER_TIMEOUT maybe a moment later
    /// @param most bytes
    /// @throws ProviderException as with [#call]
    public OutboundAnswer download(OutboundCall call, Path target, long most)
            throws ProviderException, InterruptedException {
        var exchange = new Exchange(vertx, client, call);
        return exchange.run(
                response -> ok(response) ? intoFile(exchange, response, target, most) : intoMemory(exchange, response));
    }

    /// A call whose successful answer is handed on while it arrives; an unsuccessful one stays in memory.
    ///
    /// @param consumer takes the bytes in their order, on the caller's thread; when it throws, the call is given up
    /// @throws ProviderException as with [#call], also after a part has been handed on; QUALITY_REJECTED when
    /// the answer is longer than [#LONG]
    public OutboundAnswer stream(OutboundCall call, Consumer<byte[]> consumer)
            throws ProviderException, InterruptedException {
        return stream(call, LONG, consumer);
    }

    /// @param most bytes
    OutboundAnswer stream(OutboundCall call, long most, Consumer<byte[]> consumer)
            throws ProviderException, InterruptedException {
        var exchange = new Exchange(vertx, client, call);
        var arriving = new ChunkQueue(most);
        return exchange.run(
                response -> ok(response)
                        ? pipe(response).to(arriving).compose(done -> whole(response))
                        : intoMemory(exchange, response),
                answer -> {
                    answer.whenComplete((done, failed) -> arriving.finish());
                    arriving.handOn(consumer, call.limit());
                    return answer.get();
                });
    }

    /// The first bytes of a refusal say enough: it is cut, and the rest not waited for.
    private static Future<OutboundAnswer> intoMemory(Exchange exchange, HttpClientResponse response) {
        return intoMemory(exchange, response, SMALL, !ok(response));
    }

    private static Future<OutboundAnswer> intoMemory(
            Exchange exchange, HttpClientResponse response, long most, boolean cut) {
        var sink = new CappedSink(null, most);
        return pipe(response)
                .to(sink)
                .recover(e -> {
                    if (!cut || !(e instanceof CappedSink.TooLongException)) return Future.failedFuture(e);
                    exchange.hangUp();
                    return Future.succeededFuture();
                })
                .map(done -> answer(response, sink.memory()));
    }

    /// The pipe is there before the file is open: a connection that breaks in between is not missed.
    private Future<OutboundAnswer> intoFile(Exchange exchange, HttpClientResponse response, Path target, long most) {
        var pipe = pipe(response);
        return vertx.fileSystem()
                .open(target.toString(), new OpenOptions().setCreateNew(true))
                .compose(file -> pipe.to(new CappedSink(file, most))
                        .eventually(() -> file.close())
                        .compose(done -> exchange.isAbandoned() ? Future.failedFuture("abandoned") : whole(response))
                        .recover(e -> delete(target, e)));
    }

    /// Who has given up may have deleted it already.
    private Future<OutboundAnswer> delete(Path target, Throwable why) {
        return vertx.fileSystem().delete(target.toString()).transform(deleted -> Future.failedFuture(why));
    }

    private static Pipe<Buffer> pipe(HttpClientResponse response) {
        return response.pipe().endOnFailure(false);
    }

    private static boolean ok(HttpClientResponse response) {
        return response.statusCode() / 100 == 2;
    }

    /// Its body is elsewhere.
    private static Future<OutboundAnswer> whole(HttpClientResponse response) {
        return Future.succeededFuture(answer(response, new byte[0]));
    }

    private static OutboundAnswer answer(HttpClientResponse response, byte[] body) {
        return new OutboundAnswer(response.statusCode(), response.headers(), body);
    }
}
