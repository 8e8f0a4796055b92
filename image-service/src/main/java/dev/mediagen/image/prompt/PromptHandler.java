package dev.mediagen.image.prompt;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Turns a headline into an image prompt by templates; nothing is called and nothing can be down.
@ApplicationScoped
class PromptHandler implements PartHandler<PromptRequested> {
    private static final String PROVIDER = "template";

    @Override
    public Class<PromptRequested> requestType() {
        return PromptRequested.class;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return List.of(new ProviderCapability(
                PROVIDER, Kind.PROMPT, true, 0, List.of(), List.of(), List.of(), ArtStyle.labels()));
    }

    @Override
    public PartResult make(PromptRequested request, PartContext context) throws ProviderException {
        StyleMix mix = StyleMix.of(request.styles());
        PromptTemplate.Written prompt = PromptTemplate.write(request, mix);
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var produced = new PromptProduced(prompt.text(), mix.label(), now, PromptTemplate.version(mix));
        context.progress(100, "prompt written");
        return new PartResult(null, Map.of(), produced, PROVIDER, false, false, true, prompt.warnings(), null);
    }
}
