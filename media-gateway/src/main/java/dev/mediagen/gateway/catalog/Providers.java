package dev.mediagen.gateway.catalog;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Who is to serve a request: `provider` is somebody nobody else may stand in for; `service` is the founding
/// documents' wish for a kind of model, which others serve where it is not configured.
@ApplicationScoped
public class Providers {
    /// The service each kind has in the documents; a worker need not have it.
    private static final Map<Kind, String> SERVICES =
            Map.of(Kind.SPEECH, "styletts2", Kind.CONVERSION, "seedvc", Kind.SOUND_EFFECT, "make-an-audio");

    private final Capabilities capabilities;
    private final Warnings warnings;

    Providers(Capabilities capabilities, Warnings warnings) {
        this.capabilities = capabilities;
        this.warnings = warnings;
    }

    /// @param candidates whose voices and limits count, first choice first
    /// @param named whether the caller named them
    public record Choice(Kind kind, List<ProviderCapability> candidates, boolean named) {}

    /// @param provider as the caller named it, or null
    /// @param service as the caller named it, or null
    /// @return everybody where nobody serves: the request then fails with what they lack
    /// @throws ProblemException 400 naming the field when there is nobody of that name, 503 while nobody is known
    public Choice choose(Kind kind, String provider, String service) {
        var known = capabilities.required(kind);
        require("provider", provider, names(known).toList());
        require(
                "service",
                service,
                Stream.concat(names(known), Stream.ofNullable(SERVICES.get(kind)))
                        .distinct()
                        .toList());
        if (provider != null)
            return new Choice(kind, List.of(named(known, provider).orElseThrow()), true);
        var serving = known.stream().filter(p -> p.order() >= 0).toList();
        if (serving.isEmpty()) serving = known;
        if (service == null) return new Choice(kind, serving, false);
        var wished = named(known, service);
        if (wished.isEmpty() || !wished.get().configured())
            warnings.add("service %s is not configured here; others serve it".formatted(service));
        return wished.map(p -> new Choice(kind, List.of(p), true)).orElse(new Choice(kind, serving, false));
    }

    /// Who is tried first; empty while nobody would be.
    ///
    /// @param service as the caller named it, or the documents' default
    public Optional<ProviderCapability> first(Kind kind, String provider, String service) {
        var known = capabilities.required(kind);
        if (provider != null) return named(known, provider);
        return named(known, service)
                .filter(ProviderCapability::configured)
                .or(() -> known.stream().filter(p -> p.order() >= 0).findFirst());
    }

    private static void require(String field, String name, List<String> known) {
        if (name != null && !known.contains(name))
            throw ProblemException.invalid(field, "must be one of " + String.join(", ", known));
    }

    private static Stream<String> names(List<ProviderCapability> known) {
        return known.stream().map(ProviderCapability::provider);
    }

    private static Optional<ProviderCapability> named(List<ProviderCapability> known, String name) {
        return known.stream().filter(p -> p.provider().equals(name)).findFirst();
    }
}
