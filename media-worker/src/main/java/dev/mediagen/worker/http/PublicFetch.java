package dev.mediagen.worker.http;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Fetches what a URL of a user names. Connects only to addresses that [OutboundUrlPolicy] has vetted, at each
/// redirect anew; sends no credentials; ends in time and within a number of bytes.
@ApplicationScoped
public class PublicFetch {
    private static final Logger LOG = Logger.getLogger(PublicFetch.class);
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Set<String> UNSAID = Set.of("", "application/octet-stream", "binary/octet-stream");
    private final OutboundUrlPolicy policy;
    private final OutboundConfig config;
    private final Outbound outbound;

    public PublicFetch(OutboundUrlPolicy policy, OutboundConfig config, Outbound outbound) {
        this.policy = policy;
        this.config = config;
        this.outbound = outbound;
    }

    /// @param kind what the server must say it is, such as `image`; it may also say nothing
    /// @param target does not exist yet, nor after a failure
    /// @throws RefusedUrlException with the reason for the user
    public void fetch(URI url, String kind, Path target) throws RefusedUrlException, InterruptedException {
        long end = System.nanoTime() + config.longest().toNanos();
        boolean fetched = false;
        try {
            accept(follow(policy.parse(url.toString()), target, end), kind);
            fetched = true;
        } finally {
            if (!fetched) delete(target);
        }
    }

    private OutboundAnswer follow(URI start, Path target, long end) throws RefusedUrlException, InterruptedException {
        URI at = start;
        for (int hop = 0; hop <= config.mostRedirects(); hop++) {
            var answer = ask(at, target, end);
            if (!REDIRECTS.contains(answer.status())) return answer;
            at = policy.parse(next(at, answer.header("Location")));
        }
        throw new RefusedUrlException("too many redirects");
    }

    private static String next(URI at, Optional<String> location) throws RefusedUrlException {
        try {
            String next = location.orElseThrow(() -> new RefusedUrlException("no proper answer"));
            return at.resolve(next).toString();
        } catch (IllegalArgumentException e) {
            throw new RefusedUrlException("not a URL", e);
        }
    }

    /// A host of several addresses is asked at the next one where nobody listens.
    private OutboundAnswer ask(URI at, Path target, long end) throws RefusedUrlException, InterruptedException {
        var failure = new RefusedUrlException("no answer");
        for (InetAddress address : policy.addresses(at, left(end))) {
            try {
                return ask(at, address, target, end);
            } catch (ProviderException e) {
                LOG.debugf("%s: %s", at.getHost(), e.getMessage());
                failure = new RefusedUrlException(reason(e), e);
                if (e.isCostly()) break;
            }
        }
        throw failure;
    }

    private OutboundAnswer ask(URI at, InetAddress vetted, Path target, long end)
            throws ProviderException, RefusedUrlException, InterruptedException {
        int port = OutboundUrlPolicy.port(at);
        var call = OutboundCall.get(at)
                .header("Accept", "*/*")
                .header("User-Agent", "mediagen")
                .header("Connection", "close")
                .within(left(end))
                .via(SocketAddress.inetSocketAddress(port, vetted.getHostAddress()));
        return outbound.download(call, target, config.mostBytes());
    }

    private static String reason(ProviderException e) {
        return switch (e.code()) {
            case FailureCode.PROVIDER_TIMEOUT -> "took too long";
            case FailureCode.QUALITY_REJECTED -> "too large";
            default -> "no answer";
        };
    }

    private static void accept(OutboundAnswer answer, String kind) throws RefusedUrlException {
        switch (answer.status()) {
            case 200 -> {}
            case 401, 403 -> throw new RefusedUrlException("not public");
            case 404, 410 -> throw new RefusedUrlException("not found");
            default -> throw new RefusedUrlException("no proper answer");
        }
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        String bare = type.replaceFirst(";.*", "").strip();
        if (!bare.startsWith(kind + "/") && !UNSAID.contains(bare)) throw new RefusedUrlException("not an " + kind);
    }

    private static Duration left(long end) throws RefusedUrlException {
        long nanos = end - System.nanoTime();
        if (nanos < 1_000_000) throw new RefusedUrlException("took too long");
        return Duration.ofNanos(nanos);
    }

    private static void delete(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
