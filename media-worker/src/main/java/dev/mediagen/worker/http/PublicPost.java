package dev.mediagen.worker.http;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// Posts to a URL of a user. Connects only to addresses that [OutboundUrlPolicy] has vetted at that moment; follows
/// no redirect, sends no credentials, and hardly looks at the answer.
public final class PublicPost {
    private static final int GLANCE = 1024;
    private final OutboundUrlPolicy policy;
    private final Outbound outbound;

    public PublicPost(OutboundUrlPolicy policy, Outbound outbound) {
        this.policy = policy;
        this.outbound = outbound;
    }

    /// @param longest for all of it: the name, the connection and the beginning of the answer
    /// @return whatever the server says
    /// @throws RefusedUrlException when it says nothing, or is not asked, with the reason for the user
    public OutboundAnswer post(String url, Map<String, String> headers, byte[] json, Duration longest)
            throws RefusedUrlException, InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        URI at = policy.parse(url);
        var failure = new RefusedUrlException("no answer");
        // a host of several addresses is asked at the next one where nobody listens
        for (InetAddress address : policy.addresses(at, longest)) {
            try {
                return outbound.glance(call(at, headers, json).within(left(end)).via(server(at, address)), GLANCE);
            } catch (ProviderException e) {
                boolean late = e.code() == FailureCode.PROVIDER_TIMEOUT;
                failure = new RefusedUrlException(late ? "took too long" : "no answer", e);
                if (e.isCostly()) break;
            }
        }
        throw failure;
    }

    private static OutboundCall call(URI at, Map<String, String> headers, byte[] json) {
        var call = OutboundCall.post(at)
                .jsonBytes(json)
                .header("User-Agent", "mediagen")
                .header("Connection", "close");
        headers.forEach(call::header);
        return call;
    }

    private static SocketAddress server(URI at, InetAddress vetted) {
        return SocketAddress.inetSocketAddress(OutboundUrlPolicy.port(at), vetted.getHostAddress());
    }

    private static Duration left(long end) throws RefusedUrlException {
        long nanos = end - System.nanoTime();
        if (nanos < 1_000_000) throw new RefusedUrlException("took too long");
        return Duration.ofNanos(nanos);
    }
}
