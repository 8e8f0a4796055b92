package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.api.SetHere;
import dev.mediagen.gateway.catalog.ImageSize;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.constraints.NotBlank;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of `POST /api/media`: a whole story from a headline. Prompt first, then image and narration side by side,
/// then the narration's timings.
///
/// @param text what is narrated; the headline if absent
/// @param ownVoices when `voiceId` is the caller's own; found by the gateway, never taken from a caller
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record MediaRequest(
        @NotBlank @CodePoints(max = PromptRequest.MAX_HEADLINE)
        String headline,

        @JsonAlias("art_style") @NotBlank @CodePoints(max = 100)
        String artStyle,

        @CodePoints(max = SpeechRequest.MAX_TEXT) String text,

        @JsonAlias({"voice", "voice_id"}) @CodePoints(max = 200)
        String voiceId,

        @JsonAlias("image_size") ImageSize imageSize,
        ImageFormat format,
        ImageMode mode,
        Boolean captions,
        @SetHere @Schema(hidden = true) List<ProviderVoice> ownVoices)
        implements GenerationRequest {
    public MediaRequest {
        voiceId = Objects.requireNonNullElse(voiceId, SpeechRequest.DEFAULT_VOICE);
        imageSize = Objects.requireNonNullElse(imageSize, ImageSize.DEFAULT);
        format = Objects.requireNonNullElse(format, ImageFormat.PNG);
        mode = Objects.requireNonNullElse(mode, ImageMode.STANDARD);
        captions = Objects.requireNonNullElse(captions, true);
        if (mode == ImageMode.TRANSFORM) throw ProblemException.invalid("mode", "must be one of standard, fast");
    }

    MediaRequest with(String resolvedStyle, List<ProviderVoice> own) {
        return new MediaRequest(headline, resolvedStyle, text, voiceId, imageSize, format, mode, captions, own);
    }

    @Override
    public Kind kind() {
        return Kind.MEDIA;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        var parts = new EnumMap<Part, Set<Part>>(
                Map.of(Part.PROMPT, Set.of(), Part.IMAGE, Set.of(Part.PROMPT), Part.AUDIO, Set.of(Part.PROMPT)));
        if (captions) parts.put(Part.ALIGNMENT, Set.of(Part.AUDIO));
        return parts;
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return switch (part) {
            case PROMPT -> PromptRequest.ofStory(headline, artStyle).ask(part, generation, texts);
            case IMAGE -> image().ask(generation, prompt(generation), artStyle);
            case AUDIO, ALIGNMENT ->
                SpeechRequest.narration(narrated(), voiceId, captions, ownVoices)
                        .ask(part, generation, texts);
        };
    }

    /// What is spoken.
    public String narrated() {
        return text == null || text.isBlank() ? headline : text;
    }

    private ImageRequest image() {
        return new ImageRequest("", null, imageSize, null, null, null, null, null, null, format, null, null, null, null)
                .of(mode, null);
    }

    private static String prompt(Generation generation) {
        return ((PromptProduced) generation.part(Part.PROMPT).completion().produced()).prompt();
    }
}
