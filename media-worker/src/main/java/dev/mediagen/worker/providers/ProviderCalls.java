package dev.mediagen.worker.providers;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.faulttolerance.api.CustomBackoffStrategy;
import io.smallrye.faulttolerance.api.Guard;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// The one place where a call to a provider is tried again: in a slot, behind the circuit of its provider and model,
/// with growing pauses and never sooner than the provider wishes. Which failures are worth it, [FailureCode] knows.
@ApplicationScoped
public class ProviderCalls {
    private static final Set<FailureCode> OF_THE_PROVIDER =
            EnumSet.of(FailureCode.PROVIDER_UNAVAILABLE, FailureCode.PROVIDER_TIMEOUT);
    private static final Set<FailureCode> OF_THE_ACCOUNT =
            EnumSet.of(FailureCode.QUOTA_EXHAUSTED, FailureCode.UNAUTHORIZED);
    private final Slots slots;
    private final CallsConfig config;
    private final MeterRegistry meters;
    private final Map<String, Guard> circuits = new ConcurrentHashMap<>();
    private final Map<String, Pause> paused = new ConcurrentHashMap<>();

    private record Pause(ProviderException why, Instant until) {}

    @Inject
    public ProviderCalls(Slots slots, CallsConfig config, MeterRegistry meters) {
        this.slots = slots;
        this.config = config;
        this.meters = meters;
    }

    /// One call to a provider, such as speaking one chunk of a text. Every try runs it anew.
    public interface Call<T> {
        T make() throws ProviderException, InterruptedException;
    }

    /// @param model the provider's model, or null
    /// @throws ProviderException of the last try. With `retryAfter` when it is worth coming back later.
    public <T> T call(String provider, String model, PartContext context, Call<T> call)
            throws ProviderException, InterruptedException {
        var circuit = circuits.computeIfAbsent(provider + "/" + model, name -> circuit());
        var failing = retry(config.maxAttempts() - 1, provider, context, e -> e.code() != FailureCode.RATE_LIMITED);
        // being asked to slow down uses up no attempt, only time
        var busy = retry(-1, provider, context, e -> e.code() == FailureCode.RATE_LIMITED);
        return run(failing, () -> run(busy, () -> behind(circuit, provider, () -> once(provider, call))));
    }

    private <T> T once(String provider, Call<T> call) throws ProviderException, InterruptedException {
        leaveAlone(provider);
        var slot = slots.take(provider);
        var timer = Timer.start(meters);
        try {
            T made = call.make();
            stop(timer, provider, "completed");
            return made;
        } catch (ProviderException e) {
            stop(timer, provider, e.isCostly() ? "costly " + e.code() : e.code().name());
            if (OF_THE_ACCOUNT.contains(e.code()))
                paused.put(provider, new Pause(e, Instant.now().plus(config.accountPause())));
            throw e;
        } finally {
            slot.free();
        }
    }

    private void stop(Timer.Sample timer, String provider, String outcome) {
        timer.stop(meters.timer("provider.call", "provider", provider, "outcome", outcome));
    }

    /// An account that has said no to everybody is not asked again for a while.
    private void leaveAlone(String provider) throws ProviderException {
        var pause = paused.get(provider);
        if (pause == null) return;
        if (Instant.now().isBefore(pause.until()))
            throw new ProviderException(pause.why().code(), pause.why().getMessage());
        paused.remove(provider, pause);
    }

    private <T> T behind(Guard circuit, String provider, Call<T> call) throws ProviderException, InterruptedException {
        try {
            return run(circuit, call);
        } catch (CircuitBreakerOpenException e) {
            var pause = config.circuitPause();
            throw new ProviderException(
                    FailureCode.PROVIDER_UNAVAILABLE, provider + " failed too often and is left alone", pause, e);
        }
    }

    private Guard circuit() {
        return Guard.create()
                .withCircuitBreaker()
                .requestVolumeThreshold(config.circuitCalls())
                .failureRatio(config.circuitFailures())
                .delay(config.circuitPause().toMillis(), ChronoUnit.MILLIS)
                .when(e -> e instanceof ProviderException failure && OF_THE_PROVIDER.contains(failure.code()))
                .done()
                .build();
    }

    private Guard retry(int retries, String provider, PartContext context, Predicate<ProviderException> concerns) {
        return Guard.create()
                .withRetry()
                .maxRetries(retries)
                .maxDuration(config.longest().toMillis(), ChronoUnit.MILLIS)
                .delay(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .whenException(e -> e instanceof ProviderException failure
                        && concerns.test(failure)
                        && failure.code().retryable()
                        && soonEnough(failure))
                .beforeRetry(e -> context.retrying(provider, ((ProviderException) e).code()))
                .withCustomBackoff()
                .strategy(Pauses::new)
                .done()
                .done()
                .build();
    }

    private boolean soonEnough(ProviderException e) {
        return e.retryAfter().orElse(Duration.ZERO).compareTo(config.longestPause()) <= 0;
    }

    private static <T> T run(Guard guard, Call<T> call) throws ProviderException, InterruptedException {
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
