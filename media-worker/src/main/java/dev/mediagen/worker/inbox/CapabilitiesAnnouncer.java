package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.parts.PartHandler;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// Tells the gateway what this worker can do, at start and every 30 s.
@ApplicationScoped
class CapabilitiesAnnouncer {
    private static final Logger LOG = Logger.getLogger(CapabilitiesAnnouncer.class);
    private final EventPublisher publisher;
    private final Instance<PartHandler<?>> handlers;
    private final Map<String, Object> kafka;
    private final String worker;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("capabilities").factory());

    CapabilitiesAnnouncer(
            EventPublisher publisher,
            @Any Instance<PartHandler<?>> handlers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String worker) {
        this.publisher = publisher;
        this.handlers = handlers;
        this.kafka = kafka;
        this.worker = worker;
    }

    void start(@Observes StartupEvent event) {
        clock.execute(this::createTopic);
        clock.scheduleWithFixedDelay(this::announce, 0, 30, TimeUnit.SECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
    }

    private void announce() {
        try {
            var providers = handlers.stream()
                    .flatMap(handler -> handler.capabilities().stream())
                    .toList();
            publisher.publish(worker, new CapabilitiesAnnounced(worker, providers));
        } catch (RuntimeException e) {
            LOG.warnf("capabilities not announced: %s", e);
        }
    }

    /// Compacted, so that a gateway that starts reads one record per worker. Where topics are made by an operator
    /// it exists.
    private void createTopic() {
        var topic = new NewTopic(CapabilitiesAnnounced.TOPIC, Optional.of(1), Optional.empty());
        try (var admin = Admin.create(new HashMap<>(kafka))) {
            admin.createTopics(List.of(topic.configs(Map.of("cleanup.policy", "compact"))))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) LOG.warnf("capabilities topic: %s", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warnf("capabilities topic: %s", e);
        }
    }
}
