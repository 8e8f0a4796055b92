package dev.mediagen.gateway.generations;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.gateway.generations.start.AlignmentRequest;
import dev.mediagen.gateway.generations.start.ConversionRequest;
import dev.mediagen.gateway.generations.start.ImageRequest;
import dev.mediagen.gateway.generations.start.MediaRequest;
import dev.mediagen.gateway.generations.start.PromptRequest;
import dev.mediagen.gateway.generations.start.SoundEffectRequest;
import dev.mediagen.gateway.generations.start.SpeechRequest;
import java.util.Map;
import java.util.Set;

/// What a caller asked for, with defaults applied; recorded with the generation.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SpeechRequest.class, name = "speech"),
    @JsonSubTypes.Type(value = ConversionRequest.class, name = "conversion"),
    @JsonSubTypes.Type(value = SoundEffectRequest.class, name = "sound-effect"),
    @JsonSubTypes.Type(value = ImageRequest.class, name = "image"),
    @JsonSubTypes.Type(value = PromptRequest.class, name = "prompt"),
    @JsonSubTypes.Type(value = MediaRequest.class, name = "media"),
    @JsonSubTypes.Type(value = AlignmentRequest.class, name = "alignment")
})
public interface GenerationRequest {
    Kind kind();

    /// The parts it is made of, each with the parts that must be kept before it is asked for.
    Map<Part, Set<Part>> parts();

    /// Asks for one part whose needs are kept.
    ///
    /// @param texts puts long texts where messages can point at them
    PartRequest ask(Part part, Generation generation, LongTexts texts);

    /// How its image is made, or null.
    default ImageMode mode() {
        return null;
    }

    /// The documents' name of the service that is wished for, or null.
    default String service() {
        return null;
    }

    /// Whether the generation fails without this part. Speech completes without timings of its own.
    default boolean needs(Part part) {
        return part != Part.ALIGNMENT || kind() == Kind.ALIGNMENT;
    }
}
