package dev.mediagen.worker.http;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestEncoder.EncoderMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.file.OpenOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.impl.MultipartFormUpload;
import io.vertx.ext.web.multipart.MultipartForm;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    /// both costly once the call was sent. QUALITY_REJECTED when the answer is longer than [#SMALL].
    public OutboundAnswer call(OutboundCall call) throws ProviderException, InterruptedException {
        return new Exchange(call, null, SMALL).run();
    }

    /// A call whose successful answer goes into a file; an unsuccessful one stays in memory.
    ///
    /// @param target does not exist yet
    /// @param most bytes
    /// @throws ProviderException as with [#call]
    public OutboundAnswer download(OutboundCall call, Path target, long most)
            throws ProviderException, InterruptedException {
        return new Exchange(call, target, most).run();
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
        return new Exchange(call, null, most, consumer).run();
    }

    /// One call on its way.
    private final class Exchange {
        private final OutboundCall call;
        private final Path target;
        private final long most;
        private final Consumer<byte[]> consumer;
        private final ChunkQueue arriving;
        private HttpClientRequest sent;
        private boolean abandoned;

        Exchange(OutboundCall call, Path target, long most) {
            this(call, target, most, null);
        }

        /// @param consumer null: nobody waits for the first bytes
        Exchange(OutboundCall call, Path target, long most, Consumer<byte[]> consumer) {
            this.call = call;
            this.target = target;
            this.most = most;
            this.consumer = consumer;
            this.arriving = new ChunkQueue(most);
        }

        OutboundAnswer run() throws ProviderException, InterruptedException {
            // nested, not chained: a chain may change threads in between, and the body would pass unseen
            var answer = client.request(options())
                    .compose(request -> send(request).compose(this::take))
                    .toCompletionStage()
                    .toCompletableFuture();
            try {
                return consumer == null ? answer.get(call.limit().toMillis(), TimeUnit.MILLISECONDS) : handOn(answer);
            } catch (TimeoutException e) {
                abandon();
                throw failure(FailureCode.PROVIDER_TIMEOUT, "no answer within " + call.limit(), e);
            } catch (InterruptedException | RuntimeException e) {
                abandon();
                throw e;
            } catch (ExecutionException e) {
                abandon();
                throw failure(e.getCause());
            }
        }

        private OutboundAnswer handOn(CompletableFuture<OutboundAnswer> answer)
                throws InterruptedException, TimeoutException, ExecutionException {
            answer.whenComplete((done, failed) -> arriving.finish());
            arriving.handOn(consumer, call.limit());
            return answer.get();
        }

        private RequestOptions options() {
            var options = new RequestOptions()
                    .setMethod(call.method())
                    .setAbsoluteURI(call.uri().toString())
                    .setHeaders(call.headers())
                    .setFollowRedirects(false);
            call.server().ifPresent(options::setServer);
            return options;
        }

        private Future<HttpClientResponse> send(HttpClientRequest request) {
            if (!begin(request)) return Future.failedFuture("abandoned before it was sent");
            if (call.form().isPresent()) return send(request, call.form().get());
            return call.body().map(request::send).orElseGet(request::send);
        }

        private Future<HttpClientResponse> send(HttpClientRequest request, MultipartForm form) {
            try {
                var context = vertx.getOrCreateContext();
                var upload = new MultipartFormUpload(context, form, true, EncoderMode.RFC1738);
                upload.headers().forEach(request::putHeader);
                context.runOnContext(now -> upload.run());
                return request.send(upload);
            } catch (Exception e) {
                return Future.failedFuture(e);
            }
        }

        /// Paused until the file is open: nothing of the body is lost.
        private Future<OutboundAnswer> take(HttpClientResponse response) {
            boolean success = response.statusCode() / 100 == 2;
            if (success && consumer != null)
                return response.pipe()
                        .endOnFailure(false)
                        .to(arriving)
                        .map(done -> new OutboundAnswer(response.statusCode(), response.headers(), new byte[0]));
            if (!success || target == null) return take(response, null);
            response.pause();
            return vertx.fileSystem()
                    .open(target.toString(), new OpenOptions().setCreateNew(true))
                    .compose(file -> gone() ? drop(file) : take(response, file).eventually(() -> file.close()));
        }

        private Future<OutboundAnswer> take(HttpClientResponse response, AsyncFile file) {
            var sink = new CappedSink(file, file == null ? SMALL : most);
            return response.pipe()
                    .endOnFailure(false)
                    .to(sink)
                    .map(done -> new OutboundAnswer(response.statusCode(), response.headers(), sink.memory()));
        }

        private synchronized boolean gone() {
            return abandoned;
        }

        /// The caller has given up, and deleted the target, before the file came to be.
        private Future<OutboundAnswer> drop(AsyncFile late) {
            return late.close()
                    .compose(closed -> vertx.fileSystem().delete(target.toString()))
                    .transform(deleted -> Future.failedFuture("abandoned before its file was open"));
        }

        /// A connection that comes after the caller has gone is not used: nobody would know of the call.
        private synchronized boolean begin(HttpClientRequest request) {
            if (abandoned) request.reset();
            else sent = request;
            return !abandoned;
        }

        private synchronized void abandon() {
            abandoned = true;
            if (sent != null) sent.reset();
        }

        private ProviderException failure(Throwable cause) {
            return switch (cause) {
                case CappedSink.TooLongException e ->
                    new ProviderException(FailureCode.QUALITY_REJECTED, e.getMessage(), e).costly();
                case UnknownHostException e -> failure(FailureCode.PROVIDER_UNAVAILABLE, "unknown host", e);
                case ConnectException e -> failure(FailureCode.PROVIDER_UNAVAILABLE, "no connection", e);
                default -> failure(FailureCode.PROVIDER_UNAVAILABLE, "the connection broke", cause);
            };
        }

        /// What was sent may have been worked on.
        private synchronized ProviderException failure(FailureCode code, String why, Throwable cause) {
            var failure =
                    new ProviderException(code, "%s: %s".formatted(call.uri().getHost(), why), cause);
            return sent == null ? failure : failure.costly();
        }
    }
}
