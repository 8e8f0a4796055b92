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

    /// Providers of a kind: those that serve in fallback order, then those that only serve when they are asked for by
    /// name. Empty while no worker has been heard of.
    public List<ProviderCapability> of(Kind kind) {
        return byWorker.values().stream()
                .flatMap(worker -> worker.providers().stream())
                .filter(provider -> provider.kind() == kind)
                .sorted(Comparator.comparing((ProviderCapability provider) -> provider.order() < 0)
                        .thenComparingInt(ProviderCapability::order))
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
}
