package dev.mediagen.image.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jboss.logging.Logger;

/// The public keys that fal signs webhooks with.
@ApplicationScoped
class FalKeys {
    private static final Logger LOG = Logger.getLogger(FalKeys.class);
    private static final Duration FRESH = Duration.ofHours(12);
    private static final Duration LIFE = Duration.ofHours(24);
    private static final Duration PAUSE = Duration.ofMinutes(1);
    private final FalImageConfig config;
    private final Outbound outbound;
    private final LongSupplier nanos;
    /// Held while they are fetched: by one at a time, and nobody needs it who can do with those that are known.
    private final ReentrantLock fetching = new ReentrantLock();

    private volatile Fetched fetched = new Fetched(List.of(), 0);
    private long triedAt;
    private boolean tried;

    private record Fetched(List<PublicKey> keys, long at) {}

    @Inject
    FalKeys(FalImageConfig config, Outbound outbound) {
        this(config, outbound, System::nanoTime);
    }

    FalKeys(FalImageConfig config, Outbound outbound, LongSupplier nanos) {
        this.config = config;
        this.outbound = outbound;
        this.nanos = nanos;
    }

    /// Those that are known, fetched anew when they are old. Empty when they cannot be had.
    List<PublicKey> known() throws InterruptedException {
        if (!within(LIFE)) return renewed();
        if (!within(FRESH) && fetching.tryLock()) fetchAndUnlock();
        return usable();
    }

    private List<PublicKey> usable() {
        return within(LIFE) ? fetched.keys() : List.of();
    }

    private boolean within(Duration age) {
        var seen = fetched;
        return !seen.keys().isEmpty() && nanos.getAsLong() - seen.at() <= age.toNanos();
    }

    /// For a signature that none of the known keys made: at most one fetch a minute, whoever sends what.
    List<PublicKey> renewed() throws InterruptedException {
        fetching.lockInterruptibly();
        fetchAndUnlock();
        return usable();
    }

    private void fetchAndUnlock() throws InterruptedException {
        try {
            fetch();
        } finally {
            fetching.unlock();
        }
    }

    private void fetch() throws InterruptedException {
        if (tried && nanos.getAsLong() - triedAt < PAUSE.toNanos()) return;
        tried = true;
        triedAt = nanos.getAsLong();
        try {
            var answer = outbound.call(OutboundCall.get(config.jwksUrl()).within(Duration.ofSeconds(10)));
            var read = read(answer.json());
            if (!answer.ok() || read.isEmpty()) {
                LOG.warnf("fal's webhook keys cannot be read (HTTP %d)", answer.status());
                return;
            }
            fetched = new Fetched(read, triedAt);
        } catch (ProviderException e) {
            LOG.warnf("fal's webhook keys cannot be fetched: %s", e.getMessage());
        }
    }

    private static List<PublicKey> read(JsonNode set) {
        var read = new ArrayList<PublicKey>();
        for (var key : set.path("keys")) {
            if (!"Ed25519".equals(key.path("crv").asText("Ed25519"))) continue;
            try {
                read.add(FalSignature.key(
                        Base64.getUrlDecoder().decode(key.path("x").asText())));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                LOG.warnf("one of fal's webhook keys is none: %s", e.getMessage());
            }
        }
        return List.copyOf(read);
    }
}
