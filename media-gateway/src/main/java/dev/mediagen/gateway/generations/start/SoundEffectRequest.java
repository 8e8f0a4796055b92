package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Null;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of `POST /api/audio/sound-effects`. Absent fields have the documents' defaults.
///
/// @param service null until the body is checked: then the documents' default stands for an absent one
/// @param voice only there to be refused: nobody speaks
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record SoundEffectRequest(
        @NotBlank @CodePoints(max = SoundEffectRequest.MAX_PROMPT)
        String prompt,

        @JsonAlias("duration_seconds") @DecimalMin("0.5") @DecimalMax("30")
        Double durationSeconds,

        AudioFormat format,
        AudioQuality quality,
        @CodePoints(max = 100) String service,
        @JsonAlias("use_cache") Boolean useCache,
        @CodePoints(max = 100) String provider,

        @JsonAlias({"voiceId", "voice_id"})
        @Null(message = "must be left out: a sound effect has no voice")
        @Schema(hidden = true)
        Object voice)
        implements GenerationRequest {
    static final int MAX_PROMPT = 2_000;
    private static final String SERVICE = "make-an-audio";

    public SoundEffectRequest {
        durationSeconds = Objects.requireNonNullElse(durationSeconds, 10.0);
        format = Objects.requireNonNullElse(format, AudioFormat.MP3);
        quality = Objects.requireNonNullElse(quality, AudioQuality.MEDIUM);
        useCache = Objects.requireNonNullElse(useCache, true);
    }

    SoundEffectRequest withService() {
        return new SoundEffectRequest(
                prompt,
                durationSeconds,
                format,
                quality,
                Objects.requireNonNullElse(service, SERVICE),
                useCache,
                provider,
                null);
    }

    /// The documents' clip record keeps the prompt under this name.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Schema(hidden = true)
    public String text() {
        return prompt;
    }

    @Override
    public Kind kind() {
        return Kind.SOUND_EFFECT;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        return Map.of(Part.AUDIO, Set.of());
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return new SoundEffectRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                prompt,
                durationSeconds,
                format,
                quality,
                useCache,
                provider,
                service);
    }
}
