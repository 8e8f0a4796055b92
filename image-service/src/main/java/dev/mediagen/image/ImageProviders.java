package dev.mediagen.image;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;

/// The providers of this service in their fallback order.
@ApplicationScoped
class ImageProviders {
    private static final String SANDBOX = "sandbox";
    private final List<ImageProvider> all;
    private final List<String> configured;

    @Inject
    ImageProviders(@Any Instance<ImageProvider> providers, ImageConfig config) {
        this(providers.stream().toList(), config);
    }

    ImageProviders(List<ImageProvider> providers, ImageConfig config) {
        this.all = providers;
        this.configured = config.order().orElse(List.of());
        for (String name : configured) {
            if (all.stream().noneMatch(provider -> provider.name().equals(name))) {
                throw new IllegalArgumentException("media.providers.image names the unknown provider " + name);
            }
        }
    }

    /// In the order they are to be tried.
    ///
    /// @param wanted the caller's own choice, or null
    /// @throws ProviderException INVALID_REQUEST when there is no such provider
    List<ImageProvider> order(String wanted) throws ProviderException {
        if (wanted == null) return order();
        return List.of(all.stream()
                .filter(provider -> provider.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new ProviderException(FailureCode.INVALID_REQUEST, "no image provider " + wanted)));
    }

    List<ProviderCapability> capabilities() {
        List<ImageProvider> order = order();
        return IntStream.range(0, order.size())
                .mapToObj(place -> order.get(place).capability(place))
                .toList();
    }

    private List<ImageProvider> order() {
        if (!configured.isEmpty()) return configured.stream().map(this::named).toList();
        var ready = all.stream()
                .filter(provider -> !provider.name().equals(SANDBOX))
                .filter(provider -> provider.capability(0).configured())
                .toList();
        return ready.isEmpty() ? List.of(named(SANDBOX)) : ready;
    }

    private ImageProvider named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
