package dev.mediagen.image.fal;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.image.fal.FalImagePayload.Input;
import dev.mediagen.image.fal.FalImagePayload.Size;
import dev.mediagen.worker.parts.ProviderException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A request in the words of the FLUX models: what they lack is folded in or left out with a warning, what they do
/// not allow is moved to the nearest value that they do.
final class FalOrder {
    /// fal's names of sizes.
    private static final Map<Size, String> PRESETS = Map.of(
            new Size(1024, 1024), "square_hd",
            new Size(512, 512), "square",
            new Size(768, 1024), "portrait_4_3",
            new Size(576, 1024), "portrait_16_9",
            new Size(1024, 768), "landscape_4_3",
            new Size(1024, 576), "landscape_16_9");

    private static final double LEAST_STRENGTH = 0.01;
    private static final double DEFAULT_STRENGTH = 0.75;
    private final ImageRequested request;
    private final Path source;
    private final List<String> warnings = new ArrayList<>();
    private final String prompt;
    private final int steps;
    private final double guidance;
    private final Double strength;

    /// @param source null unless the mode is [ImageMode#TRANSFORM], or when nothing is submitted any more
    FalOrder(ImageRequested request, Path source) {
        this.request = request;
        this.source = source;
        prompt = prompt();
        steps = steps();
        guidance = within(request.guidanceScale(), 1, 20, "guidanceScale");
        strength = request.mode() == ImageMode.TRANSFORM ? strength() : null;
    }

    ImageRequested request() {
        return request;
    }

    /// What was done differently from what was asked.
    List<String> warnings() {
        return List.copyOf(warnings);
    }

    /// Path of the model below the queue's URL.
    String model() {
        return switch (request.mode()) {
            case STANDARD -> "fal-ai/flux/dev";
            case FAST -> "fal-ai/flux/schnell";
            case TRANSFORM -> "fal-ai/flux/dev/image-to-image";
        };
    }

    String outputFormat() {
        return request.format() == ImageFormat.JPG ? "jpeg" : "png";
    }

    /// @param workDir where the source may be written anew
    Input input(Path workDir) throws ProviderException {
        boolean transform = request.mode() == ImageMode.TRANSFORM;
        if (transform && source == null)
            throw new ProviderException(FailureCode.INVALID_REQUEST, "transform needs a source image");
        return new Input(
                prompt,
                transform ? SourceUri.of(source, workDir) : null,
                strength,
                transform ? null : size(),
                steps,
                guidance,
                seed(),
                1,
                request.enableSafetyChecker(),
                outputFormat());
    }

    private String prompt() {
        String unwanted = request.negativePrompt();
        if (unwanted == null || unwanted.isBlank()) return request.prompt();
        warnings.add("the model has no negative prompt; it was added to the prompt as \"Avoid: ...\"");
        return request.prompt() + "\n\nAvoid: " + unwanted.strip();
    }

    private int steps() {
        return switch (request.mode()) {
            case STANDARD -> (int) within(request.numInferenceSteps(), 1, 50, "numInferenceSteps");
            case FAST -> (int) within(request.numInferenceSteps(), 1, 12, "numInferenceSteps");
            case TRANSFORM -> (int) within(request.numInferenceSteps(), 10, 50, "numInferenceSteps");
        };
    }

    private double strength() {
        double asked = request.strength() == null ? DEFAULT_STRENGTH : request.strength();
        return within(asked, LEAST_STRENGTH, 1, "strength");
    }

    private double within(double asked, double least, double most, String name) {
        double allowed = Math.clamp(asked, least, most);
        if (allowed != asked)
            warnings.add("%s was set to %s: the model allows %s to %s"
                    .formatted(name, plain(allowed), plain(least), plain(most)));
        return allowed;
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }

    private Object size() {
        var size = new Size(request.width(), request.height());
        String preset = PRESETS.get(size);
        return preset != null ? preset : size;
    }

    private BigInteger seed() throws ProviderException {
        if (request.seed() == null) return null;
        try {
            return new BigInteger(request.seed());
        } catch (NumberFormatException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "the seed is not an integer", e);
        }
    }
}
