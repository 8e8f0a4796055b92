package dev.mediagen.worker.providers;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.ProviderException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The providers of one kind, and who is tried first.
///
/// @param <P> the port of the kind
public final class ProviderOrder<P extends MediaProvider> {
    private static final String SANDBOX = "sandbox";
    private final List<P> all;
    private final List<P> inOrder;

    /// @param setting name of the property the order comes from, for the message when it names nobody
    /// @param configured names, first choice first; empty: whoever has what it needs by name, else the sandbox
    public ProviderOrder(String setting, List<P> all, Optional<List<String>> configured) {
        this.all = all.stream().sorted(Comparator.comparing(P::name)).toList();
        this.inOrder = configured
                .filter(names -> !names.isEmpty())
                .map(names -> names.stream()
                        .map(name -> named(name)
                                .orElseThrow(() ->
                                        new IllegalArgumentException(setting + " names an unknown provider: " + name)))
                        .toList())
                .orElseGet(this::ready);
    }

    private List<P> ready() {
        var ready = all.stream()
                .filter(provider -> !provider.name().equals(SANDBOX))
                .filter(provider -> provider.missing().isEmpty())
                .toList();
        return ready.isEmpty() ? named(SANDBOX).stream().toList() : ready;
    }

    /// Who may serve a request, in the order in which they are tried.
    ///
    /// @param provider the caller's own choice, which nobody else may serve, or null
    /// @param service the documents' service name: first if it can serve here, or null
    /// @throws ProviderException INVALID_REQUEST when there is no provider of that name
    public List<P> candidates(String provider, String service) throws ProviderException {
        if (provider != null)
            return List.of(named(provider)
                    .orElseThrow(() -> new ProviderException(
                            FailureCode.INVALID_REQUEST, "there is no provider named " + provider)));
        var candidates = new ArrayList<P>();
        if (service != null) named(service).filter(p -> p.missing().isEmpty()).ifPresent(candidates::add);
        inOrder.stream().filter(p -> !candidates.contains(p)).forEach(candidates::add);
        if (candidates.isEmpty()) throw new ProviderException(FailureCode.API_KEY_MISSING, "no provider is configured");
        return candidates;
    }

    /// All that are known; those outside the order say so.
    public List<ProviderCapability> capabilities() {
        return all.stream().map(p -> p.capability(inOrder.indexOf(p))).toList();
    }

    /// Those that are tried without being asked for by name.
    public List<P> inOrder() {
        return inOrder;
    }

    private Optional<P> named(String name) {
        return all.stream()
                .filter(provider -> provider.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }
}
