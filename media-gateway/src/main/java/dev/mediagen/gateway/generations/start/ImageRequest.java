package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.api.SetHere;
import dev.mediagen.gateway.catalog.ImageSize;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of the three image POSTs. Absent fields have the documents' defaults.
///
/// @param imageUrl id of an own image asset or finished upload, or a public https URL; only with mode transform
/// @param mode set by the path, never taken from a caller
/// @param source the object behind `imageUrl`, null behind a URL; found by the gateway, never taken from a caller
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record ImageRequest(
        @NotBlank @CodePoints(max = ImageRequest.MAX_PROMPT) String prompt,

        @JsonAlias("negative_prompt") @CodePoints(max = ImageRequest.MAX_PROMPT)
        String negativePrompt,

        @JsonAlias("image_size") ImageSize imageSize,
        @JsonAlias("num_inference_steps") @Min(1) @Max(50) Integer numInferenceSteps,
        @JsonDeserialize(using = Seed.class) String seed,

        @JsonAlias("guidance_scale") @DecimalMin("1") @DecimalMax("20")
        Double guidanceScale,

        @JsonAlias("enable_safety_checker") Boolean enableSafetyChecker,
        @JsonAlias("image_url") @CodePoints(max = 2000) String imageUrl,
        @DecimalMin("0") @DecimalMax("1") Double strength,
        ImageFormat format,
        @JsonAlias("use_cache") Boolean useCache,
        @CodePoints(max = 100) String provider,
        @SetHere @Schema(hidden = true) ImageMode mode,
        @SetHere @Schema(hidden = true) StagedAsset source)
        implements GenerationRequest {
    static final int MAX_PROMPT = 2_000;
    static final int FAST_STEPS = 4;
    static final int MOST_FAST_STEPS = 12;
    private static final int STEPS = 28;
    private static final double STRENGTH = 0.75;

    public ImageRequest {
        negativePrompt = Objects.requireNonNullElse(negativePrompt, "");
        imageSize = Objects.requireNonNullElse(imageSize, ImageSize.DEFAULT);
        guidanceScale = Objects.requireNonNullElse(guidanceScale, 3.5);
        enableSafetyChecker = Objects.requireNonNullElse(enableSafetyChecker, true);
        format = Objects.requireNonNullElse(format, ImageFormat.PNG);
        useCache = Objects.requireNonNullElse(useCache, true);
    }

    ImageRequest of(ImageMode newMode, StagedAsset found) {
        int steps = newMode == ImageMode.FAST ? FAST_STEPS : STEPS;
        boolean transform = newMode == ImageMode.TRANSFORM;
        return new ImageRequest(
                prompt,
                negativePrompt,
                imageSize,
                Objects.requireNonNullElse(numInferenceSteps, steps),
                seed,
                guidanceScale,
                enableSafetyChecker,
                transform ? imageUrl : null,
                transform ? Objects.requireNonNullElse(strength, STRENGTH) : null,
                format,
                useCache,
                provider,
                newMode,
                found);
    }

    @Override
    public Kind kind() {
        return Kind.IMAGE;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        return Map.of(Part.IMAGE, Set.of());
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return ask(generation, prompt, null);
    }

    /// @param style art style of a story, or null
    PartRequest ask(Generation generation, String finalPrompt, String style) {
        return new ImageRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                mode,
                finalPrompt,
                negativePrompt,
                imageSize.width(),
                imageSize.height(),
                numInferenceSteps,
                seed,
                guidanceScale,
                enableSafetyChecker,
                strength,
                source,
                style,
                format,
                useCache,
                provider,
                mode == ImageMode.TRANSFORM && source == null ? imageUrl.strip() : null);
    }
}
