package dev.mediagen.gateway.catalog;

import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// The art styles that can be asked for.
@ApplicationScoped
public class Styles {
    private final Capabilities capabilities;

    Styles(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    public List<String> names() {
        return capabilities.of(Kind.PROMPT).stream()
                .flatMap(p -> p.styles().stream())
                .distinct()
                .toList();
    }

    /// The style's own spelling for a name in any case.
    ///
    /// @throws ProblemException 400 naming `field` for an unknown style
    public String resolve(String field, String name) {
        return capabilities.required(Kind.PROMPT).stream()
                .flatMap(p -> p.styles().stream())
                .filter(style -> style.equalsIgnoreCase(name.strip()))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(field, "must be one of " + String.join(", ", names())));
    }
}
