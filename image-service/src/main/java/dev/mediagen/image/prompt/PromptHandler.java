package dev.mediagen.image.prompt;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderCalls;
import dev.mediagen.worker.providers.ProviderOrder;
import dev.mediagen.worker.providers.Served;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Serves `prompt-requested`: turns a headline into an image prompt.
@ApplicationScoped
class PromptHandler implements PartHandler<PromptRequested> {
    private final ProviderOrder<PromptProvider> order;
    private final Fallback fallback;
    private final ProviderCalls calls;

    @Inject
    PromptHandler(
            @Any Instance<PromptProvider> providers, PromptConfig config, Fallback fallback, ProviderCalls calls) {
        this(providers.stream().toList(), config.order(), fallback, calls);
    }

    PromptHandler(List<PromptProvider> providers, List<String> names, Fallback fallback, ProviderCalls calls) {
        var withTemplate = Stream.concat(names.stream().map(String::strip), Stream.of(TemplatePromptProvider.NAME))
                .distinct()
                .toList();
        this.order = new ProviderOrder<>("media.providers.prompt", providers, Optional.of(withTemplate));
        this.fallback = fallback;
        this.calls = calls;
    }

    @Override
    public Class<PromptRequested> requestType() {
        return PromptRequested.class;
    }

    @Override
    public Part part() {
        return Part.PROMPT;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    @Override
    public PartResult make(PromptRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var mix = StyleMix.of(request.styles());
        if (OneLine.of(request.headline()).isEmpty()) throw invalid("headline is blank");
        if (request.maxLength() < 1) throw invalid("maxLength must be above 0");
        var served = fallback.serve(
                order.candidates(null, null),
                provider -> calls.call(provider.name(), null, context, () -> provider.write(request, mix, context)));
        context.progress(100, "prompt written");
        return result(served, request, mix);
    }

    private static PartResult result(Served<Prompt> served, PromptRequested request, StyleMix mix) {
        var prompt = served.made();
        var warnings = new ArrayList<>(served.warnings());
        warnings.addAll(prompt.warnings());
        var text = TextCut.to(prompt.text(), request.maxLength());
        if (!text.equals(prompt.text())) warnings.add("maxLength: the prompt was shortened");
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        var produced = new PromptProduced(text, mix.label(), now, prompt.version());
        return new PartResult(
                null, Map.of(), produced, served.provider(), served.fallback(), false, true, warnings, null);
    }

    private static ProviderException invalid(String message) {
        return new ProviderException(FailureCode.INVALID_REQUEST, message);
    }
}
