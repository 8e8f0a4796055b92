package dev.mediagen.worker.providers;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// The slots of all accounts, shared by all replicas through one document per account in `providerSlots`. Replicas
/// lease shares of it, by need and in equal parts; calls take slots of the own share without asking anybody.
@ApplicationScoped
class SlotLedger implements Slots {
    private static final Logger LOG = Logger.getLogger(SlotLedger.class);
    private static final int BEAT_MILLIS = 100;
    private final SlotDocuments documents;
    private final Map<String, Integer> configured;
    private final MeterRegistry meters;
    private final Map<String, AccountSlots> accounts = new ConcurrentHashMap<>();
    private final Map<String, Integer> limits = new ConcurrentHashMap<>();
    private boolean troubled;
    private final AtomicBoolean queued = new AtomicBoolean();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slots").factory());
    // of its own: the other may be waiting for the database
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("slots-watch").factory());

    @Inject
    SlotLedger(
            MongoClient client,
            @ConfigProperty(name = "quarkus.mongodb.database") String database,
            SlotsConfig config,
            MeterRegistry meters) {
        this(
                new SlotDocuments(client.getDatabase(database).getCollection("providerSlots")),
                config.byProvider(),
                meters);
    }

    SlotLedger(SlotDocuments documents, Map<String, Integer> configured, MeterRegistry meters) {
        this.documents = documents;
        this.configured = configured;
        this.meters = meters;
        clock.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
        watch.scheduleWithFixedDelay(this::holdIfStale, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        watch.shutdownNow();
        accounts.keySet().forEach(this::leave);
    }

    @Override
    public Slot take(String account) throws InterruptedException {
        if (limit(account).isEmpty()) return () -> {};
        var slots = accounts.computeIfAbsent(account, this::open);
        slots.take(this::beatSoon);
        return () -> {
            if (slots.free()) beatSoon();
        };
    }

    @Override
    public void limit(String account, int atOnce) {
        var before = limits.get(account);
        if (atOnce < 1 || before != null && before <= atOnce) return;
        limits.put(account, atOnce);
        LOG.infof("%s takes %d calls at once", account, atOnce);
        beatSoon();
    }

    private void leave(String account) {
        try {
            documents.leave(account);
        } catch (MongoException e) {
            LOG.warnf("slots of %s are free only once their lease ends: %s", account, e.getMessage());
        }
    }

    private Optional<Integer> limit(String account) {
        return Optional.ofNullable(limits.getOrDefault(account, configured.get(account)));
    }

    private AccountSlots open(String account) {
        var slots = new AccountSlots();
        meters.gauge("provider.slots.used", Tags.of("provider", account), slots, AccountSlots::used);
        return slots;
    }

    private void beatSoon() {
        if (queued.compareAndSet(false, true))
            clock.execute(() -> {
                queued.set(false);
                beat();
            });
    }

    private void holdIfStale() {
        if (documents.stale()) accounts.values().forEach(AccountSlots::hold);
    }

    private void beat() {
        var busy = accounts.entrySet().stream()
                .filter(entry -> !entry.getValue().idle() || documents.knows(entry.getKey()))
                .toList();
        if (busy.isEmpty()) documents.nothingHeld();
        busy.forEach(entry -> renew(entry.getKey(), entry.getValue()));
    }

    /// A ledger that cannot be reached gives nobody anything; who has a share keeps it as long as others believe it.
    private void renew(String account, AccountSlots slots) {
        try {
            documents.renew(account, configured.getOrDefault(account, limits.get(account)), limits.get(account), slots);
            troubled = false;
        } catch (RuntimeException e) {
            if (!troubled) LOG.warnf("slots of %s not renewed: %s", account, e);
            troubled = true;
        }
    }
}
