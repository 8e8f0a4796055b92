package dev.mediagen.image.prompt;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.worker.parts.PartContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/// Writes prompts by templates: nothing is called and nothing can be down.
@ApplicationScoped
class TemplatePromptProvider implements PromptProvider {
    static final String NAME = "template";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        return new ProviderCapability(
                NAME, Kind.PROMPT, true, order, List.of(), List.of(), List.of(), ArtStyle.labels());
    }

    @Override
    public Prompt write(PromptRequested request, StyleMix mix, PartContext context) {
        return PromptTemplate.write(request, mix);
    }
}
