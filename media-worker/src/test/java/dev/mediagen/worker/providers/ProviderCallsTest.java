package dev.mediagen.worker.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderCallsTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger slotsTaken = new AtomicInteger();
    private final AtomicInteger slotsFreed = new AtomicInteger();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Telling context = new Telling(new ArrayList<>(), Instant.MAX);

    @Test
    void succeedsOnTheThirdTryAndTellsOfTheOthers() throws Exception {
        var result = calls(Map.of()).call("p", "m", context, failing(2, FailureCode.PROVIDER_UNAVAILABLE, null));

        assertThat(result).isEqualTo("made");
        assertThat(tries).hasValue(3);
        assertThat(context.retries())
                .containsExactly(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_UNAVAILABLE);
    }

    @Test
    void givesUpAfterThreeTriesAndFreesItsSlot() {
        assertFails(FailureCode.PROVIDER_TIMEOUT, calls(Map.of()), failing(99, FailureCode.PROVIDER_TIMEOUT, null));
        assertThat(tries).hasValue(3);
        assertThat(slotsTaken).hasValue(1);
        assertThat(slotsFreed).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {
                "INVALID_REQUEST",
                "CONTENT_REJECTED",
                "QUOTA_EXHAUSTED",
                "UNAUTHORIZED",
                "QUALITY_REJECTED",
                "API_KEY_MISSING"
            })
    void triesOnceWhatCannotSucceed(FailureCode code) {
        assertFails(code, calls(Map.of()), failing(99, code, null));
        assertThat(tries).hasValue(1);
    }

    @Test
    void callsNobodyForWhatIsNotWantedAnyMore() {
        var cancelled = new Telling(new ArrayList<>(), Instant.MAX, false);
        assertThatThrownBy(() -> calls(Map.of()).call("p", "m", cancelled, failing(0, null, null)))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.CANCELLED));
        assertThat(tries).hasValue(0);
        assertThat(slotsFreed).hasValue(1);
    }

    @Test
    void leavesAJobThatIsUnderWayToALaterTry() {
        assertFails(FailureCode.PROVIDER_UNAVAILABLE, calls(Map.of()), () -> {
            tries.incrementAndGet();
            throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "stub").underWay(Duration.ofMillis(1));
        });
        assertThat(tries).hasValue(1);
    }

    @Test
    void beingAskedToSlowDownUsesUpNoAttempt() throws Exception {
        var result = calls(Map.of()).call("p", "m", context, failing(7, FailureCode.RATE_LIMITED, null));

        assertThat(result).isEqualTo("made");
        assertThat(tries).hasValue(8);
    }

    @Test
    void comesBackNoSoonerThanItIsAskedTo() throws Exception {
        long before = System.nanoTime();
        calls(Map.of()).call("p", "m", context, failing(1, FailureCode.RATE_LIMITED, Duration.ofMillis(700)));

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isGreaterThanOrEqualTo(Duration.ofMillis(700));
    }

    @Test
    void leavesALongWaitToTheInbox() {
        var wait = Duration.ofMinutes(3);
        assertThatThrownBy(() -> calls(Map.of()).call("p", "m", context, failing(99, FailureCode.RATE_LIMITED, wait)))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.retryAfter()).contains(wait));
        assertThat(tries).hasValue(1);
    }

    @Test
    void endsWithinItsTotalTime() {
        var calls = calls(Map.of("longest", "300ms", "backoff", "50ms", "max-attempts", "1000"));

        assertFails(FailureCode.PROVIDER_UNAVAILABLE, calls, failing(9_999, FailureCode.PROVIDER_UNAVAILABLE, null));
        assertThat(tries.get()).isBetween(2, 20);
    }

    @Test
    void anOpenCircuitLetsNobodyThroughAndSaysWhenToComeBack() {
        var calls = calls(Map.of("circuit-calls", "4"));
        for (int call = 0; call < 2; call++)
            assertFails(FailureCode.PROVIDER_UNAVAILABLE, calls, failing(99, FailureCode.PROVIDER_UNAVAILABLE, null));

        long before = System.nanoTime();
        assertThatThrownBy(() -> calls.call("p", "m", context, () -> "made"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.retryAfter()).isPresent());
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        assertThat(tries).hasValue(4);
    }

    @Test
    void theCircuitOfOneModelIsNotThatOfAnother() throws Exception {
        var calls = calls(Map.of("circuit-calls", "2", "max-attempts", "1"));
        for (int call = 0; call < 3; call++)
            assertFails(FailureCode.PROVIDER_UNAVAILABLE, calls, failing(99, FailureCode.PROVIDER_UNAVAILABLE, null));

        assertThat(calls.<String>call("p", "another", context, () -> "made")).isEqualTo("made");
    }

    @Test
    void wrongRequestsOpenNoCircuit() throws Exception {
        var calls = calls(Map.of("circuit-calls", "2"));
        for (int call = 0; call < 5; call++)
            assertFails(FailureCode.INVALID_REQUEST, calls, failing(99, FailureCode.INVALID_REQUEST, null));

        assertThat(calls.<String>call("p", "m", context, () -> "made")).isEqualTo("made");
    }

    @Test
    void anAccountOutOfCreditIsLeftAlone() {
        var calls = calls(Map.of());
        assertFails(FailureCode.QUOTA_EXHAUSTED, calls, failing(1, FailureCode.QUOTA_EXHAUSTED, null));

        assertFails(FailureCode.QUOTA_EXHAUSTED, calls, failing(0, FailureCode.QUOTA_EXHAUSTED, null));
        assertThat(tries).hasValue(1);
    }

    @Test
    void paysForNothingAfterTheDeadline() {
        var late = new Telling(new ArrayList<>(), Instant.now().minusSeconds(1));
        assertThatThrownBy(() -> calls(Map.of()).call("p", "m", late, failing(0, FailureCode.UNEXPECTED, null)))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.DEADLINE_EXCEEDED));
        assertThat(tries).hasValue(0);
    }

    @Test
    void repeatsOnlyAFewCallsOfAProviderThatIsDown() {
        var calls = calls(Map.of("circuit-calls", "100000"));
        for (int call = 0; call < 300; call++)
            assertFails(
                    FailureCode.PROVIDER_UNAVAILABLE, calls, failing(9_999, FailureCode.PROVIDER_UNAVAILABLE, null));
        assertThat(tries.get()).isBetween(300, 355);
    }

    @Test
    void countsCallsThatMayHaveCostMoney() {
        assertThatThrownBy(() -> calls(Map.of("max-attempts", "1")).call("p", "m", context, () -> {
                    throw new ProviderException(FailureCode.PROVIDER_TIMEOUT, "lost").costly();
                }))
                .isInstanceOf(ProviderException.class);
        assertThat(meters.get("provider.call")
                        .tag("outcome", "costly PROVIDER_TIMEOUT")
                        .timer()
                        .count())
                .isOne();
    }

    private void assertFails(FailureCode code, ProviderCalls calls, ProviderCalls.Call<String> call) {
        assertThatThrownBy(() -> calls.call("p", "m", context, call))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private ProviderCalls.Call<String> failing(int times, FailureCode code, Duration retryAfter) {
        return () -> {
            if (tries.incrementAndGet() <= times) throw new ProviderException(code, "stub", retryAfter, null);
            return "made";
        };
    }

    private ProviderCalls calls(Map<String, String> more) {
        var settings = new HashMap<String, String>(Map.of("media.calls.backoff", "1ms"));
        more.forEach((name, value) -> settings.put("media.calls." + name, value));
        var config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(CallsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build();
        return new ProviderCalls(new Counting(), config.getConfigMapping(CallsConfig.class), meters);
    }

    private final class Counting implements Slots {
        @Override
        public Slot take(String account) {
            slotsTaken.incrementAndGet();
            return slotsFreed::incrementAndGet;
        }

        @Override
        public void limit(String account, int atOnce) {}
    }

    private record Telling(List<FailureCode> retries, Instant expiresAt, boolean wanted) implements PartContext {
        Telling(List<FailureCode> retries, Instant expiresAt) {
            this(retries, expiresAt, true);
        }

        @Override
        public void retrying(String provider, FailureCode why) {
            retries.add(why);
        }

        @Override
        public Path workDir() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long epoch() {
            return 1;
        }

        @Override
        public Optional<String> note() {
            return Optional.empty();
        }

        @Override
        public void note(String note) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void progress(int percent, String message) {}

        @Override
        public StagedAsset stage(Path file, String extension, String mediaType) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path fetch(StagedAsset object) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String text(TextContent text) {
            throw new UnsupportedOperationException();
        }
    }
}
