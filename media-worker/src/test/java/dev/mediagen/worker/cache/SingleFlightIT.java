package dev.mediagen.worker.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Equal requests at the same time, in two replicas, against a real store and database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SingleFlightIT {
    private static final int HERD = 1_000;

    @Inject
    Caches caches;

    private final String collection = "flights" + UUID.randomUUID();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger asking = new AtomicInteger();
    private final CountDownLatch finish = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private Caches.Cache one;
    private Caches.Cache two;

    @BeforeEach
    void start() {
        one = caches.of(collection);
        two = caches.of(collection);
    }

    @AfterEach
    void stop() {
        one.replica().close();
        two.replica().close();
        threads.shutdownNow();
    }

    @Test
    void aThousandEqualRequestsOfTwoReplicasAreMadeOnce() throws Exception {
        var answers = herd(() -> caches.speech(false));
        finish.countDown();

        var results = new ArrayList<PartResult>();
        for (var answer : answers) results.add(answer.get());
        assertThat(made).hasValue(1);
        assertThat(results).hasSize(HERD).filteredOn(PartResult::chargeable).hasSize(1);
        assertThat(results).filteredOn(PartResult::fromCache).hasSize(HERD - 1).allSatisfy(result -> assertThat(
                        result.staged().key())
                .startsWith("cache/acme/"));
        var keys = results.stream().filter(PartResult::fromCache).map(r -> r.staged()
                .key());
        assertThat(keys.distinct()).singleElement().satisfies(key -> assertThat(caches.exists(key))
                .isTrue());
    }

    @Test
    void whatCannotSucceedFailsForAllWhoWait() {
        var answers = herd(() -> {
            throw new ProviderException(FailureCode.CONTENT_REJECTED, "not that").by("elevenlabs");
        });
        finish.countDown();

        assertThat(answers).allSatisfy(answer -> assertFails(answer, FailureCode.CONTENT_REJECTED));
        assertThat(made).hasValue(1);
    }

    @Test
    void whatTheProviderWantsLaterIsNotAskedForSooner() {
        var answers = herd(() -> {
            throw new ProviderException(FailureCode.RATE_LIMITED, "slower", Duration.ofSeconds(30), null);
        });
        finish.countDown();

        assertThat(answers).allSatisfy(answer -> {
            assertFails(answer, FailureCode.RATE_LIMITED);
            assertThatThrownBy(answer::get).cause().satisfies(e -> assertThat(((ProviderException) e).retryAfter())
                    .contains(Duration.ofSeconds(30)));
        });
        assertThat(made).hasValue(1);
    }

    @Test
    void afterAFailureThatMayPassOneOfThoseWhoWaitMakesIt() throws Exception {
        var answers = herd(() -> {
            if (made.get() == 1) throw new ProviderException(FailureCode.PROVIDER_TIMEOUT, "too slow");
            return caches.speech(false);
        });
        finish.countDown();

        int failed = 0;
        for (var answer : answers) failed += failed(answer) ? 1 : 0;
        assertThat(failed).isEqualTo(1);
        assertThat(made).hasValue(2);
    }

    @Test
    void afterAResultThatCouldNotBeKeptOnlyOneOfThoseWhoWaitPays() throws Exception {
        var answers = herd(() -> made.get() == 1 ? gone("staging/acme/gone.mp3") : caches.speech(false));
        finish.countDown();

        var results = new ArrayList<PartResult>();
        for (var answer : answers) results.add(answer.get());
        assertThat(made).hasValue(2);
        assertThat(results).filteredOn(PartResult::fromCache).hasSize(HERD - 2);
    }

    @Test
    void whoPaidHasItsResultWhateverKeepingItMeets() throws Exception {
        finish.countDown();
        var unkept = ask(one, "g1", () -> gone("no extension, which the cache cannot copy"));

        assertThat(unkept.staged().key()).startsWith("no extension");
        assertThat(ask(one, "g2", () -> caches.speech(false)).fromCache()).isFalse();
    }

    /// Points at an object that is not there.
    private PartResult gone(String key) {
        var result = caches.speech(false);
        var staged = new StagedAsset(key, "audio/mpeg", 1, "ab");
        return new PartResult(
                staged, Map.of(), result.produced(), result.provider(), false, false, true, result.warnings(), null);
    }

    @Test
    void whatADeadReplicaWasMakingIsTakenOver() throws Exception {
        var dead = threads.submit(() -> ask(one, "g1", () -> caches.speech(false)));
        await().until(() -> made.get() == 1);
        one.replica().close();
        long began = System.nanoTime();
        var taken = two.results().getOrMake(key("g2"), true, Caches.CONTEXT, () -> caches.speech(false));

        assertThat(taken.fromCache()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(6));
        finish.countDown();
        assertThat(dead.get().fromCache()).isFalse();
        assertThat(caches.documents(collection)).hasSize(1);
    }

    /// Which may resume a call that is already paid for.
    @Test
    void theGenerationOfADeadReplicaTakesOverBeforeOthersDo() throws Exception {
        var third = caches.of(collection);
        threads.submit(() -> ask(one, "g1", () -> caches.speech(false)));
        await().until(() -> made.get() == 1);
        one.replica().close();
        var other = threads.submit(() -> ask(two, "g2", () -> caches.speech(false)));
        await().until(() -> third.replica().leases().lost(ownerOf(collection)));
        finish.countDown();
        var own = ask(third, "g1", () -> caches.speech(false));
        third.replica().close();

        assertThat(own.chargeable()).isTrue();
        assertThat(other.get().fromCache()).isTrue();
        assertThat(made).hasValue(2);
    }

    private String ownerOf(String entries) {
        return caches.documents(entries).getFirst().getString("owner");
    }

    @Test
    void anInterruptedMakingIsLeftToTheNext() throws Exception {
        var interrupted = threads.submit(() -> ask(one, "g1", () -> caches.speech(false)));
        await().until(() -> made.get() == 1);
        var next = threads.submit(() -> ask(one, "g2", () -> caches.speech(false)));
        interrupted.cancel(true);
        finish.countDown();

        assertThat(next.get().fromCache()).isFalse();
        assertThat(made).hasValue(2);
    }

    /// All ask before the first result is there.
    private List<Future<PartResult>> herd(ResultCache.Making making) {
        var answers = new ArrayList<Future<PartResult>>();
        for (int i = 0; i < HERD; i++) {
            var cache = i % 2 == 0 ? one : two;
            String generation = "g" + i;
            answers.add(threads.submit(() -> ask(cache, generation, making)));
        }
        await().until(() -> asking.get() == HERD && made.get() == 1);
        return answers;
    }

    private PartResult ask(Caches.Cache cache, String generation, ResultCache.Making making)
            throws ProviderException, InterruptedException {
        asking.incrementAndGet();
        return cache.results().getOrMake(key(generation), true, Caches.CONTEXT, () -> {
            made.incrementAndGet();
            finish.await();
            return making.make();
        });
    }

    private static CacheKey key(String generation) {
        return CacheKey.of(Asks.speech("acme", generation, "hi"), Map.of());
    }

    private static boolean failed(Future<PartResult> answer) throws InterruptedException {
        try {
            answer.get();
            return false;
        } catch (ExecutionException e) {
            return true;
        }
    }

    private static void assertFails(Future<PartResult> answer, FailureCode code) {
        assertThatThrownBy(answer::get).cause().isInstanceOfSatisfying(ProviderException.class, e -> assertThat(
                        e.code())
                .isEqualTo(code));
    }
}
