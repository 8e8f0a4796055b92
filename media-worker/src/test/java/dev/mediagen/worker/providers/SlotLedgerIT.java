package dev.mediagen.worker.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import dev.mediagen.local.servers.TestServers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two replicas at one account, over a real database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SlotLedgerIT {
    @Inject
    MongoClient client;

    @ConfigProperty(name = "quarkus.mongodb.database")
    String database;

    private final String account = "account-" + UUID.randomUUID();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final List<SlotLedger> replicas = new ArrayList<>();
    private MongoCollection<Document> ledger;

    @BeforeEach
    void find() {
        ledger = client.getDatabase(database).getCollection("providerSlots");
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
        replicas.forEach(SlotLedger::stop);
    }

    @Test
    void twoReplicasNeverTakeMoreThanThereIsAndBothGetSome() throws Exception {
        var first = replica(4);
        var second = replica(4);
        var served = Map.of(first, new AtomicInteger(), second, new AtomicInteger());
        var calls = new ArrayList<Future<?>>();
        for (int call = 0; call < 60; call++) {
            var replica = call % 2 == 0 ? first : second;
            calls.add(callers.submit(() -> call(replica, served.get(replica))));
        }
        for (var call : calls) call.get();

        assertThat(mostAtOnce.get()).isEqualTo(4);
        assertThat(served.get(first)).hasValue(30);
        assertThat(served.get(second)).hasValue(30);
        await().untilAsserted(() -> assertThat(claims()).isEmpty());
    }

    @Test
    void aSingleSlotGoesToAndFro() throws Exception {
        var first = replica(1);
        var second = replica(1);
        var order = new ArrayList<Integer>();
        var calls = new ArrayList<Future<?>>();
        for (int call = 0; call < 8; call++) {
            int who = call % 2;
            calls.add(callers.submit(() -> {
                var slot = (who == 0 ? first : second).take(account);
                synchronized (order) {
                    order.add(who);
                }
                work(150);
                slot.free();
                return null;
            }));
        }
        for (var call : calls) call.get();

        assertThat(order).hasSize(8).containsSubsequence(0, 1, 0).containsSubsequence(1, 0, 1);
    }

    @Test
    void takesOverWhatALostReplicaHeld() throws Exception {
        ledger.insertOne(new Document("_id", account)
                .append("version", 1L)
                .append(
                        "replicas",
                        new Document(
                                "gone",
                                new Document("held", 2)
                                        .append("wanted", 2)
                                        .append("renewals", 7L)
                                        .append("fed", 1L))));
        var survivor = replica(2);
        var taken = callers.submit(() -> survivor.take(account));

        assertThat(taken).failsWithin(Duration.ofSeconds(1));
        taken.cancel(true);
        var again = callers.submit(() -> survivor.take(account));
        assertThat(again).succeedsWithin(Duration.ofSeconds(6));
    }

    @Test
    void whatTheProviderSaysCountsForEverybody() throws Exception {
        var first = replica(1);
        var second = replica(1);
        first.limit(account, 2);
        first.take(account);

        assertThat(callers.submit(() -> second.take(account))).succeedsWithin(Duration.ofSeconds(5));
        assertThat(ledger.find(new Document("_id", account)).first()).containsEntry("limit", 2);
    }

    @Test
    void theSmallestThatTheProviderSaysCounts() throws Exception {
        var replica = replica(9);
        replica.limit(account, 1);
        replica.limit(account, 5);
        replica.take(account);

        assertThat(callers.submit(() -> replica.take(account))).failsWithin(Duration.ofSeconds(1));
    }

    @Test
    void aWaiterThatIsInterruptedLeavesNothingBehind() throws Exception {
        var replica = replica(1);
        var slot = replica.take(account);
        var started = new CountDownLatch(1);
        var gaveUp = new CountDownLatch(1);
        var waiter = callers.submit(() -> {
            started.countDown();
            try {
                return replica.take(account);
            } catch (InterruptedException e) {
                gaveUp.countDown();
                throw e;
            }
        });
        started.await();
        waiter.cancel(true);
        gaveUp.await();
        slot.free();

        assertThat(callers.submit(() -> replica.take(account))).succeedsWithin(Duration.ofSeconds(5));
    }

    private Void call(SlotLedger replica, AtomicInteger served) throws InterruptedException {
        var slot = replica.take(account);
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        work(20);
        atOnce.decrementAndGet();
        slot.free();
        served.incrementAndGet();
        return null;
    }

    private static void work(int millis) throws InterruptedException {
        assertThat(new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)).isFalse();
    }

    private Document claims() {
        return ledger.find(new Document("_id", account)).first().get("replicas", Document.class);
    }

    private SlotLedger replica(int limit) {
        var replica = new SlotLedger(new SlotDocuments(ledger), Map.of(account, limit), new SimpleMeterRegistry());
        replicas.add(replica);
        return replica;
    }
}
