package dev.mediagen.worker.providers;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.faults.ScriptedTrouble;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// What stands around the tries of one call: pauses and counts, and a circuit for each provider and model.
final class CallGuards {
    private static final Set<FailureCode> OF_THE_PROVIDER =
            EnumSet.of(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_TIMEOUT);
    private static final Set<FailureCode> TRIED_AGAIN =
            EnumSet.of(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_TIMEOUT, FailureCode.UNEXPECTED);
    private final CallsConfig config;
    private final Map<String, Guard> circuits = new ConcurrentHashMap<>();
    private final Map<String, RetryBudget> budgets = new ConcurrentHashMap<>();

    CallGuards(CallsConfig config) {
        this.config = config;
    }

    <T> T run(String provider, String model, PartContext context, ProviderCalls.Call<T> call)
            throws ProviderException, InterruptedException {
        var circuit = circuits.computeIfAbsent(provider + "/" + model, name -> circuit());
        var budget = budgets.computeIfAbsent(provider, name -> new RetryBudget());
        budget.called();
        long end = System.nanoTime() + config.longest().toNanos();
        Predicate<ProviderException> inTime = e -> System.nanoTime() < end && !leftAlone(e) && soonEnough(e);
        var failing = retry(
                config.maxAttempts() - 1,
                provider,
                context,
                inTime.and(e -> TRIED_AGAIN.contains(e.code())).and(e -> ScriptedTrouble.caused(e) || budget.take()));
        // being asked to slow down uses up no attempt, only time
        var busy = retry(-1, provider, context, inTime.and(e -> e.code() == FailureCode.RATE_LIMITED));
        return through(failing, () -> through(busy, () -> behind(circuit, provider, call)));
    }

    private <T> T behind(Guard circuit, String provider, ProviderCalls.Call<T> call)
            throws ProviderException, InterruptedException {
        try {
            return through(circuit, call);
        } catch (CircuitBreakerOpenException e) {
            var pause = config.circuitPause();
            throw new ProviderException(
                    FailureCode.PROVIDER_UNAVAILABLE, provider + " failed too often and is left alone", pause, e);
        }
    }

    private static boolean leftAlone(ProviderException e) {
        return e.getCause() instanceof CircuitBreakerOpenException;
    }

    private Guard circuit() {
        return Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.circuitCalls())
                .failureRatio(config.circuitFailures())
                .delay(config.circuitPause().toMillis(), ChronoUnit.MILLIS)
                .when(e -> e instanceof ProviderException failure
                        && OF_THE_PROVIDER.contains(failure.code())
                        && !ScriptedTrouble.caused(failure))
                .done()
                .build();
    }

    private Guard retry(int retries, String provider, PartContext context, Predicate<ProviderException> worthIt) {
        return Guard.create()
                .withRetry()
                .maxRetries(retries)
                .maxDuration(1, ChronoUnit.HOURS)
                .delay(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(e -> e instanceof ProviderException failure && worthIt.test(failure))
                .beforeRetry(e -> context.retrying(provider, ((ProviderException) e).code()))
                .withCustomBackoff()
                .strategy(Pauses::new)
                .done()
                .done()
                .build();
    }

    private boolean soonEnough(ProviderException e) {
        // what goes on at the provider is resumed by a later try, past slots and circuits
        return !e.isUnderWay() && e.retryAfter().orElse(Duration.ZERO).compareTo(config.longestPause()) <= 0;
    }

    private static <T> T through(Guard guard, ProviderCalls.Call<T> call)
            throws ProviderException, InterruptedException {
        try {
            @SuppressWarnings("unchecked")
            T made = (T) guard.call(call::make, Object.class);
            return made;
        } catch (ProviderException | InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /// Pauses of one call: doubling with jitter, never shorter than the provider wishes.
    private final class Pauses implements CustomBackoffStrategy {
        private int retries;

        @Override
        public long nextDelayInMillis(Throwable why) {
            long exponential = config.backoff().toMillis() << Math.min(retries++, 10);
            long bounded = Math.min(exponential, config.longestPause().toMillis());
            long jittered = (long) (bounded * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
            var wish = ((ProviderException) why).retryAfter().orElse(Duration.ZERO);
            return Math.max(jittered, wish.toMillis());
        }
    }
}
