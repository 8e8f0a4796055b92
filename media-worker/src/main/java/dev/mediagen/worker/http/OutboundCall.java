package dev.mediagen.worker.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.multipart.MultipartForm;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// One call to somebody else's HTTP server. Made step by step, then given to [Outbound] once.
public final class OutboundCall {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private final HttpMethod method;
    private final URI uri;
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private Buffer body;
    private MultipartForm form;
    private Duration limit = LIMIT;
    private SocketAddress server;

    private OutboundCall(HttpMethod method, URI uri) {
        this.method = method;
        this.uri = uri;
    }

    public static OutboundCall get(URI uri) {
        return new OutboundCall(HttpMethod.GET, uri);
    }

    public static OutboundCall post(URI uri) {
        return new OutboundCall(HttpMethod.POST, uri);
    }

    public static OutboundCall put(URI uri) {
        return new OutboundCall(HttpMethod.PUT, uri);
    }

    public OutboundCall header(String name, String value) {
        headers.set(name, value);
        return this;
    }

    /// A JSON body: a payload record; its nulls are left out.
    public OutboundCall json(Object payload) {
        try {
            return jsonBytes(ContractJson.mapper().writeValueAsBytes(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// A JSON body that is sent to the byte, as it was signed.
    OutboundCall jsonBytes(byte[] written) {
        body = Buffer.buffer(written);
        return header("Content-Type", "application/json");
    }

    /// A multipart body; files in it are streamed from disk.
    public OutboundCall form(MultipartForm multipart) {
        form = multipart;
        return this;
    }

    /// How long the whole call may take, its answer read; 60 s unless set.
    public OutboundCall within(Duration longest) {
        limit = longest;
        return this;
    }

    /// Connects to this address, whatever the host of the URI resolves to by then.
    OutboundCall via(SocketAddress vetted) {
        server = vetted;
        return this;
    }

    HttpMethod method() {
        return method;
    }

    URI uri() {
        return uri;
    }

    MultiMap headers() {
        return headers;
    }

    Optional<Buffer> body() {
        return Optional.ofNullable(body);
    }

    Optional<MultipartForm> form() {
        return Optional.ofNullable(form);
    }

    Duration limit() {
        return limit;
    }

    Optional<SocketAddress> server() {
        return Optional.ofNullable(server);
    }
}
