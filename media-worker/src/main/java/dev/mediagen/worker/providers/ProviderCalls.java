package dev.mediagen.worker.providers;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.faults.ScriptedTrouble;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The one place where a call to a provider is tried again: in a slot, behind the circuit of its provider and model,
/// with growing pauses and never sooner than the provider wishes. Which failures are worth it, [FailureCode] knows.
@ApplicationScoped
public class ProviderCalls {
    private static final Set<FailureCode> OF_THE_ACCOUNT =
            EnumSet.of(FailureCode.QUOTA_EXHAUSTED, FailureCode.UNAUTHORIZED);
    private final Slots slots;
    private final CallsConfig config;
    private final MeterRegistry meters;
    private final CallGuards guards;
    private final Map<String, Pause> paused = new ConcurrentHashMap<>();

    private record Pause(ProviderException why, Instant until) {}

    @Inject
    public ProviderCalls(Slots slots, CallsConfig config, MeterRegistry meters) {
        this.slots = slots;
        this.config = config;
        this.meters = meters;
        this.guards = new CallGuards(config);
    }

    /// One call to a provider, such as speaking one chunk of a text. Every try runs it anew.
    public interface Call<T> {
        T make() throws ProviderException, InterruptedException;
    }

    /// Keeps its slot through the pauses between its tries: who is asked to slow down does not let others hurry.
    ///
    /// @param model the provider's model, or null
    /// @throws ProviderException of the last try. With `retryAfter` when it is worth coming back later;
    /// DEADLINE_EXCEEDED when nobody would pay for the result any more
    public <T> T call(String provider, String model, PartContext context, Call<T> call)
            throws ProviderException, InterruptedException {
        leaveAlone(provider);
        var slot = slots.take(provider);
        try {
            return guards.run(provider, model, context, () -> once(provider, context, call));
        } finally {
            slot.free();
        }
    }

    private <T> T once(String provider, PartContext context, Call<T> call)
            throws ProviderException, InterruptedException {
        if (Instant.now().isAfter(context.expiresAt()))
            throw new ProviderException(FailureCode.DEADLINE_EXCEEDED, "not called: the deadline has passed");
        if (!context.wanted())
            throw new ProviderException(FailureCode.CANCELLED, "not called: cancelled, or somebody else's by now");
        leaveAlone(provider);
        var timer = Timer.start(meters);
        try {
            T made = call.make();
            stop(timer, provider, "completed");
            return made;
        } catch (ProviderException e) {
            stop(timer, provider, e.isCostly() ? "costly " + e.code() : e.code().name());
            if (OF_THE_ACCOUNT.contains(e.code()) && !ScriptedTrouble.caused(e))
                paused.put(provider, new Pause(e, Instant.now().plus(config.accountPause())));
            throw e;
        } catch (InterruptedException e) {
            stop(timer, provider, "costly INTERRUPTED");
            throw e;
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
}
