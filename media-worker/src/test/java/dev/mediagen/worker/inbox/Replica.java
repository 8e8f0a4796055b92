package dev.mediagen.worker.inbox;

import com.mongodb.client.MongoClient;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A further replica of the service under test: its lease is renewed until it is closed, as if it had been killed.
public final class Replica implements AutoCloseable {
    private final Leases leases;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();

    public Replica(MongoClient client, WorkerConfig config) {
        leases = new Leases(client, "mediagen", config);
        leases.renew();
        heart.scheduleWithFixedDelay(this::beat, 0, config.renewEvery().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        leases.renew();
        leases.watch();
    }

    public Leases leases() {
        return leases;
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
