package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.api.SetHere;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of `POST /api/alignments`.
///
/// @param audio id of an own audio asset or finished upload
/// @param source the object behind `audio`; found by the gateway, never taken from a caller
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record AlignmentRequest(
        @NotBlank @CodePoints(max = 200) String audio,
        @NotBlank @CodePoints(max = SpeechRequest.MAX_TEXT) String text,

        @JsonAlias("language_code") @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
        String languageCode,

        @SetHere @Schema(hidden = true) StagedAsset source)
        implements GenerationRequest {

    AlignmentRequest of(StagedAsset found) {
        return new AlignmentRequest(audio, text, languageCode, found);
    }

    @Override
    public Kind kind() {
        return Kind.ALIGNMENT;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        return Map.of(Part.ALIGNMENT, Set.of());
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return ask(generation, text, source, null, languageCode, texts);
    }

    /// Asks for the timings of a generation's own, kept audio.
    static PartRequest ofNarration(Generation generation, String text, String languageCode, LongTexts texts) {
        var audio = generation.part(Part.AUDIO);
        // those of an audio that was taken over are gone by now
        boolean ours = audio.stored().generationId().equals(generation.id());
        var timings = ours ? ((SpeechProduced) audio.completion().produced()).timings() : null;
        return ask(generation, text, claim(audio.stored().object()), timings, languageCode, texts);
    }

    private static PartRequest ask(
            Generation generation,
            String text,
            StagedAsset audio,
            StagedAsset timings,
            String languageCode,
            LongTexts texts) {
        return new AlignmentRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                texts.of(text, generation),
                audio,
                timings,
                languageCode);
    }

    private static StagedAsset claim(KeptObject kept) {
        return new StagedAsset(kept.key(), kept.mediaType(), kept.size(), kept.sha256());
    }
}
