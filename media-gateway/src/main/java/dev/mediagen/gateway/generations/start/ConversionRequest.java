package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.api.SetHere;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import jakarta.validation.constraints.NotBlank;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of `POST /api/audio/conversion`. Absent fields have the documents' defaults.
///
/// @param s3Key of an own finished upload, or its id
/// @param service null until the body is checked: then the documents' default stands for an absent one
/// @param source the object behind `s3Key`; found by the gateway, never taken from a caller
/// @param ownVoices likewise, when `voice` is the caller's own
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record ConversionRequest(
        @JsonAlias({"s3_key", "uploadId"}) @NotBlank @CodePoints(max = 500)
        String s3Key,

        @JsonAlias({"voiceId", "voice_id"}) @NotBlank @CodePoints(max = 200)
        String voice,

        @JsonAlias("f0_condition") Boolean f0Condition,
        AudioFormat format,
        AudioQuality quality,
        @CodePoints(max = 100) String service,
        @JsonAlias("use_cache") Boolean useCache,
        @CodePoints(max = 100) String provider,
        @SetHere @Schema(hidden = true) StagedAsset source,
        @SetHere @Schema(hidden = true) List<ProviderVoice> ownVoices)
        implements GenerationRequest {
    private static final String SERVICE = "seedvc";

    public ConversionRequest {
        f0Condition = Objects.requireNonNullElse(f0Condition, false);
        format = Objects.requireNonNullElse(format, AudioFormat.MP3);
        quality = Objects.requireNonNullElse(quality, AudioQuality.MEDIUM);
        useCache = Objects.requireNonNullElse(useCache, true);
    }

    ConversionRequest of(StagedAsset found, List<ProviderVoice> own) {
        return new ConversionRequest(
                found.key(),
                voice,
                f0Condition,
                format,
                quality,
                Objects.requireNonNullElse(service, SERVICE),
                useCache,
                provider,
                found,
                own);
    }

    /// The documents' name for it; recorded with the generation.
    @JsonProperty(access = JsonProperty.Access.READ_ONLY)
    @Schema(hidden = true)
    public String originalVoiceS3Key() {
        return s3Key;
    }

    @Override
    public Kind kind() {
        return Kind.CONVERSION;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        return Map.of(Part.AUDIO, Set.of());
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        return new ConversionRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                source,
                voice,
                f0Condition,
                format,
                quality,
                useCache,
                provider,
                service,
                ownVoices);
    }
}
