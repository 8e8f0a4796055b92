package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// What is known of a part once it is made, besides its bytes.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SpeechProduced.class, name = "speech"),
    @JsonSubTypes.Type(value = ConversionProduced.class, name = "conversion"),
    @JsonSubTypes.Type(value = SoundEffectProduced.class, name = "sound-effect"),
    @JsonSubTypes.Type(value = ImageProduced.class, name = "image"),
    @JsonSubTypes.Type(value = PromptProduced.class, name = "prompt"),
    @JsonSubTypes.Type(value = AlignmentProduced.class, name = "alignment")
})
public sealed interface Produced
        permits SpeechProduced,
                ConversionProduced,
                SoundEffectProduced,
                ImageProduced,
                PromptProduced,
                AlignmentProduced {}
