package dev.mediagen.worker.http;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestEncoder.EncoderMode;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.client.impl.MultipartFormUpload;
import io.vertx.ext.web.multipart.MultipartForm;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// One call on its way: sent once, waited for within its limit, given up as a whole.
final class Exchange {
    private final Vertx vertx;
    private final HttpClient client;
    private final OutboundCall call;
    private HttpClientRequest sent;
    private boolean abandoned;

    Exchange(Vertx vertx, HttpClient client, OutboundCall call) {
        this.vertx = vertx;
        this.client = client;
        this.call = call;
    }

    /// How the caller's thread waits for the answer.
    interface Wait {
        OutboundAnswer on(CompletableFuture<OutboundAnswer> answer)
                throws InterruptedException, TimeoutException, ExecutionException;
    }

    OutboundAnswer run(Function<HttpClientResponse, Future<OutboundAnswer>> take)
            throws ProviderException, InterruptedException {
        return run(take, answer -> answer.get(call.limit().toMillis(), TimeUnit.MILLISECONDS));
    }

    /// @param take reads the response, on its event loop
    OutboundAnswer run(Function<HttpClientResponse, Future<OutboundAnswer>> take, Wait wait)
            throws ProviderException, InterruptedException {
        // nested, not chained: a chain may change threads in between, and the body would pass unseen
        var answer = client.request(options())
                .compose(request -> send(request).compose(take))
                .toCompletionStage()
                .toCompletableFuture();
        try {
            return wait.on(answer);
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

    /// A connection that comes after the caller has gone is not used: nobody would know of the call.
    private synchronized boolean begin(HttpClientRequest request) {
        if (abandoned) request.reset();
        else sent = request;
        return !abandoned;
    }

    synchronized boolean isAbandoned() {
        return abandoned;
    }

    private synchronized void abandon() {
        abandoned = true;
        hangUp();
    }

    /// What has not arrived yet is of no use.
    synchronized void hangUp() {
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
        var failure = new ProviderException(code, "%s: %s".formatted(call.uri().getHost(), why), cause);
        return sent == null ? failure : failure.costly();
    }
}
