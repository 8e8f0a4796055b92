package dev.mediagen.gateway.catalog;

import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What the workers said they can do; requests are checked against it before anything is recorded.
@ApplicationScoped
public class Capabilities {
    private final EventReader reader;
    private final Map<String, CapabilitiesAnnounced> byWorker = new ConcurrentHashMap<>();

    Capabilities(EventReader reader) {
        this.reader = reader;
    }

    @Incoming(CapabilitiesAnnounced.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, CapabilitiesAnnounced.class, announced -> byWorker.put(announced.worker(), announced));
    }

    /// Providers of a kind in fallback order; empty while no worker has been heard of.
    public List<ProviderCapability> of(Kind kind) {
        return byWorker.values().stream()
                .flatMap(worker -> worker.providers().stream())
                .filter(provider -> provider.kind() == kind)
                .sorted(Comparator.comparingInt(ProviderCapability::order))
                .toList();
    }

    /// The same, for a request that cannot be checked without.
    ///
    /// @throws ProblemException 503 while no worker of that kind has been heard of
    public List<ProviderCapability> required(Kind kind) {
        var providers = of(kind);
        if (providers.isEmpty())
            throw ProblemException.unavailable("no worker for %s has announced itself yet".formatted(kind.json()));
        return providers;
    }

    /// @param name of a provider, or null for none
    /// @throws ProblemException 400 naming `field` when no such provider makes that kind here
    public void checkProvider(Kind kind, String field, String name) {
        if (name == null) return;
        var known = required(kind).stream().map(ProviderCapability::provider).toList();
        if (!known.contains(name)) throw ProblemException.invalid(field, "must be one of " + String.join(", ", known));
    }
}
