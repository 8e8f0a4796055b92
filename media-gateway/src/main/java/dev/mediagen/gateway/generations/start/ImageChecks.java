package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.Warnings;
import dev.mediagen.gateway.catalog.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What must be true of an image that is asked for, besides the form of each field.
@ApplicationScoped
class ImageChecks {
    private final Providers providers;
    private final Warnings warnings;
    private final boolean safetyMayBeOff;

    ImageChecks(
            Providers providers,
            Warnings warnings,
            @ConfigProperty(name = "media.safety.may-be-off", defaultValue = "false") boolean safetyMayBeOff) {
        this.providers = providers;
        this.warnings = warnings;
        this.safetyMayBeOff = safetyMayBeOff;
    }

    /// @throws ProblemException 400, 403 without the safety checker where nobody may do without, 503
    void check(ImageRequest body, ImageMode mode) {
        var steps = body.numInferenceSteps();
        if (mode == ImageMode.FAST && steps != null && steps > ImageRequest.MOST_FAST_STEPS)
            throw ProblemException.invalid("numInferenceSteps", "must be at most " + ImageRequest.MOST_FAST_STEPS);
        if (!body.enableSafetyChecker() && !safetyMayBeOff)
            throw ProblemException.forbidden("enableSafetyChecker", "must not be false here");
        providers.choose(Kind.IMAGE, body.provider(), null);
        if (mode == ImageMode.TRANSFORM) return;
        if (body.imageUrl() != null) warnings.add("imageUrl ignored: only transform starts from an image");
        if (body.strength() != null) warnings.add("strength ignored: only transform starts from an image");
    }
}
