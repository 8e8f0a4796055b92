package dev.mediagen.gateway.catalog;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Who is to serve a request: `provider` is somebody nobody else may stand in for; `service` is the founding
/// documents' wish for a kind of model, which others serve where it is not configured.
@ApplicationScoped
public class Providers {
    /// The service each kind has in the documents; a worker need not have it.
    private static final Map<Kind, String> SERVICES =
            Map.of(Kind.SPEECH, "styletts2", Kind.CONVERSION, "seedvc", Kind.SOUND_EFFECT, "make-an-audio");

    /// Kinds whose requests have that service unless they name another.
    private static final Set<Kind> BY_DEFAULT = Set.of(Kind.CONVERSION, Kind.SOUND_EFFECT);

    private final Capabilities capabilities;
    private final Warnings warnings;

    Providers(Capabilities capabilities, Warnings warnings) {
        this.capabilities = capabilities;
        this.warnings = warnings;
    }

    /// @param candidates whose voices and limits count, first choice first
    /// @param only the one the caller named, or null; its voices alone can be asked for, and where it is not
    /// configured whoever serves instead must have the voice, too
    public record Choice(Kind kind, List<ProviderCapability> candidates, ProviderCapability only) {}

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
        if (provider != null) return only(kind, named(known, provider).orElseThrow());
        if (service == null) return new Choice(kind, serving(kind, known), null);
        var wished = named(known, service);
        if (wished.filter(ProviderCapability::configured).isPresent()) return only(kind, wished.get());
        warnings.add("service %s is not configured here; others serve it".formatted(service));
        return new Choice(kind, serving(kind, known), wished.orElse(null));
    }

    private static Choice only(Kind kind, ProviderCapability provider) {
        return new Choice(kind, List.of(provider), provider);
    }

    /// As the worker has it: the service of the kind where it is configured, then the order.
    private static List<ProviderCapability> serving(Kind kind, List<ProviderCapability> known) {
        var byDefault = Optional.of(kind)
                .filter(BY_DEFAULT::contains)
                .flatMap(k -> named(known, SERVICES.get(k)))
                .filter(ProviderCapability::configured);
        var serving = Stream.concat(byDefault.stream(), known.stream().filter(p -> p.order() >= 0))
                .distinct()
                .toList();
        return serving.isEmpty() ? known : serving;
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
