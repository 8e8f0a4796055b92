package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Body of `POST /api/prompts`.
///
/// @param style a name, or a weighted mix
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record PromptRequest(
        @NotBlank @CodePoints(max = PromptRequest.MAX_HEADLINE)
        String headline,

        @NotNull StyleMix style,
        @Valid Constraints constraints)
        implements GenerationRequest {
    static final int MAX_HEADLINE = 500;
    private static final int DEFAULT_LENGTH = 400;

    public PromptRequest {
        constraints = Objects.requireNonNullElse(constraints, new Constraints(null, null));
    }

    /// @param maxLength code points of the prompt
    public record Constraints(
            @Min(1) @Max(ImageRequest.MAX_PROMPT) Integer maxLength,
            @Size(max = 20) List<@NotBlank @CodePoints(max = 200) String> styleGuidelines) {
        public Constraints {
            maxLength = Objects.requireNonNullElse(maxLength, DEFAULT_LENGTH);
            styleGuidelines = Objects.requireNonNullElse(styleGuidelines, List.of());
        }
    }

    /// The prompt of a story's image.
    static PromptRequest ofStory(String headline, String style) {
        return new PromptRequest(headline, new StyleMix(List.of(new WeightedStyle(style, 1))), null);
    }

    PromptRequest with(StyleMix resolved) {
        return new PromptRequest(headline, resolved, constraints);
    }

    @Override
    public Kind kind() {
        return Kind.PROMPT;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        return Map.of(Part.PROMPT, Set.of());
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return new PromptRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                headline,
                style.styles(),
                constraints.maxLength(),
                constraints.styleGuidelines());
    }
}
