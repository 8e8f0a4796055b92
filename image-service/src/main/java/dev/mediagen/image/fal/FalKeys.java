package dev.mediagen.image.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
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
    private List<PublicKey> keys = List.of();
    private long fetchedAt;
    private long triedAt;
    private boolean tried;

    FalKeys(FalImageConfig config, Outbound outbound) {
        this.config = config;
        this.outbound = outbound;
    }

    /// Those that are known, fetched anew when they are old. Empty when they cannot be had.
    synchronized List<PublicKey> known() throws InterruptedException {
        if (keys.isEmpty() || olderThan(FRESH)) fetch();
        if (olderThan(LIFE)) keys = List.of();
        return keys;
    }

    private boolean olderThan(Duration age) {
        return System.nanoTime() - fetchedAt > age.toNanos();
    }

    /// For a signature that none of the known keys made: at most one fetch a minute, whoever sends what.
    synchronized List<PublicKey> renewed() throws InterruptedException {
        fetch();
        return keys;
    }

    private void fetch() throws InterruptedException {
        if (tried && System.nanoTime() - triedAt < PAUSE.toNanos()) return;
        tried = true;
        triedAt = System.nanoTime();
        try {
            var answer = outbound.call(OutboundCall.get(config.jwksUrl()).within(Duration.ofSeconds(10)));
            var fetched = read(answer.json());
            if (!answer.ok() || fetched.isEmpty()) {
                LOG.warnf("fal's webhook keys cannot be read (HTTP %d)", answer.status());
                return;
            }
            keys = fetched;
            fetchedAt = triedAt;
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
