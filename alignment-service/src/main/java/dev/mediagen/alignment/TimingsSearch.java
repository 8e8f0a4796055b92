package dev.mediagen.alignment;

import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderCalls;
import dev.mediagen.worker.providers.ProviderOrder;
import dev.mediagen.worker.providers.Served;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Lets the configured providers look for timings, and our own aligner when none of them has any.
@ApplicationScoped
class TimingsSearch {
    private static final Set<FailureCode> REFUSALS =
            EnumSet.of(FailureCode.INVALID_REQUEST, FailureCode.CONTENT_REJECTED);
    private final ProviderOrder<AlignmentProvider> order;
    private final Fallback fallback;
    private final ProviderCalls calls;

    @Inject
    TimingsSearch(
            @Any Instance<AlignmentProvider> providers,
            ProvidersConfig config,
            Fallback fallback,
            ProviderCalls calls) {
        this(providers.stream().toList(), config.alignment().orElse(List.of()), fallback, calls);
    }

    TimingsSearch(List<AlignmentProvider> providers, List<String> configured, Fallback fallback, ProviderCalls calls) {
        this.order =
                new ProviderOrder<>("media.providers.alignment", providers, Optional.of(ourselvesLast(configured)));
        this.fallback = fallback;
        this.calls = calls;
    }

    /// Nobody after our own aligner would ever be asked: it always answers.
    private static List<String> ourselvesLast(List<String> configured) {
        return Stream.concat(
                        configured.stream()
                                .takeWhile(name -> !name.strip().equalsIgnoreCase(MediagenAlignmentProvider.NAME)),
                        Stream.of(MediagenAlignmentProvider.NAME))
                .toList();
    }

    List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    Served<TimedClusters> find(Narration narration, PartContext context, AudioAligner.Listener listener)
            throws ProviderException, InterruptedException {
        return fallback.serve(order.candidates(null, null), provider -> ask(provider, narration, context, listener));
    }

    private TimedClusters ask(
            AlignmentProvider provider, Narration narration, PartContext context, AudioAligner.Listener listener)
            throws ProviderException, InterruptedException {
        try {
            return calls.call(provider.name(), null, context, () -> provider.align(narration, context, listener));
        } catch (ProviderException e) {
            // text and audio are kept already: what one refuses, the next may do
            throw REFUSALS.contains(e.code()) ? new ProviderException(FailureCode.NOT_AVAILABLE, e.getMessage(), e) : e;
        }
    }
}
