package dev.mediagen.gateway.catalog;

import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.worker.events.EventReader;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/// What the workers said they can do; requests are checked against it before anything is recorded.
@ApplicationScoped
public class Capabilities {
    private final EventReader reader;
    private final Duration remembered;
    private final InstantSource clock;
    private final Map<String, Heard> byWorker = new ConcurrentHashMap<>();

    @Inject
    Capabilities(
            EventReader reader,
            @ConfigProperty(name = "media.capabilities.remembered", defaultValue = "90s") Duration remembered) {
        this(reader, remembered, InstantSource.system());
    }

    Capabilities(EventReader reader, Duration remembered, InstantSource clock) {
        this.reader = reader;
        this.remembered = remembered;
        this.clock = clock;
    }

    /// @param at when it came here: clocks of others do not count
    private record Heard(CapabilitiesAnnounced announced, Instant at) {}

    @Incoming(CapabilitiesAnnounced.TOPIC)
    @RunOnVirtualThread
    void consume(ConsumerRecord<String, byte[]> raw) {
        reader.read(raw, CapabilitiesAnnounced.class, this::heard);
    }

    void heard(CapabilitiesAnnounced announced) {
        byWorker.put(announced.worker(), new Heard(announced, clock.instant()));
    }

    /// Providers of a kind: those that serve in fallback order, then those that only serve when they are asked for by
    /// name. Empty while no worker has been heard of lately: they announce themselves every 30 s.
    public List<ProviderCapability> of(Kind kind) {
        var oldest = clock.instant().minus(remembered);
        return byWorker.values().stream()
                .filter(heard -> !heard.at().isBefore(oldest))
                .flatMap(heard -> heard.announced().providers().stream())
                .filter(provider -> provider.kind() == kind)
                .sorted(Comparator.comparing((ProviderCapability provider) -> provider.order() < 0)
                        .thenComparingInt(ProviderCapability::order))
                .toList();
    }

    /// The same, for a request that cannot be checked without.
    ///
    /// @throws ProblemException 503 while no worker of that kind has been heard of lately
    public List<ProviderCapability> required(Kind kind) {
        var providers = of(kind);
        if (providers.isEmpty())
            throw ProblemException.unavailable("no worker for %s has announced itself".formatted(kind.json()));
        return providers;
    }
}
