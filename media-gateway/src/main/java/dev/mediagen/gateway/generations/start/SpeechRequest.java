package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.gateway.api.CodePoints;
import dev.mediagen.gateway.api.SetHere;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.GenerationRequest;
import dev.mediagen.gateway.generations.LongTexts;
import dev.mediagen.gateway.voices.Voices;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Body of `POST /api/audio/speech`. Absent fields have the documents' defaults.
///
/// @param ownVoices when `voice` is the caller's own; found by the gateway, never taken from a caller
@JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
public record SpeechRequest(
        @NotBlank @CodePoints(max = SpeechRequest.MAX_TEXT) String text,

        @JsonAlias({"voiceId", "voice_id"}) @CodePoints(max = 200)
        String voice,

        @JsonAlias("model_id") @CodePoints(max = 200) String modelId,
        @DecimalMin("0") @DecimalMax("1") Double stability,

        @JsonAlias("similarity_boost") @DecimalMin("0") @DecimalMax("1")
        Double similarityBoost,

        @DecimalMin("0") @DecimalMax("1") Double style,
        @DecimalMin("0.7") @DecimalMax("1.2") Double speed,
        @JsonAlias("use_speaker_boost") Boolean useSpeakerBoost,

        @JsonAlias("language_code") @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?")
        String languageCode,

        @JsonDeserialize(using = Seed.class) String seed,
        AudioFormat format,
        AudioQuality quality,
        Boolean alignment,
        @JsonAlias("use_cache") Boolean useCache,
        @CodePoints(max = 100) String provider,
        @CodePoints(max = 100) String service,
        @SetHere @Schema(hidden = true) List<ProviderVoice> ownVoices)
        implements GenerationRequest {
    public static final int MAX_TEXT = 20_000;
    static final String DEFAULT_VOICE = Voices.DEFAULT;
    static final String DEFAULT_MODEL = "eleven_multilingual_v2";

    public SpeechRequest {
        voice = Objects.requireNonNullElse(voice, DEFAULT_VOICE);
        modelId = Objects.requireNonNullElse(modelId, DEFAULT_MODEL);
        stability = Objects.requireNonNullElse(stability, 0.5);
        similarityBoost = Objects.requireNonNullElse(similarityBoost, 0.75);
        style = Objects.requireNonNullElse(style, 0.0);
        speed = Objects.requireNonNullElse(speed, 1.0);
        format = Objects.requireNonNullElse(format, AudioFormat.MP3);
        quality = Objects.requireNonNullElse(quality, AudioQuality.MEDIUM);
        alignment = Objects.requireNonNullElse(alignment, true);
        useCache = Objects.requireNonNullElse(useCache, true);
    }

    /// With every default, as the narration of a story.
    static SpeechRequest narration(String text, String voice, boolean captions, List<ProviderVoice> ownVoices) {
        return new SpeechRequest(
                text, voice, null, null, null, null, null, null, null, null, null, null, captions, null, null, null,
                ownVoices);
    }

    SpeechRequest with(List<ProviderVoice> own) {
        return new SpeechRequest(
                text,
                voice,
                modelId,
                stability,
                similarityBoost,
                style,
                speed,
                useSpeakerBoost,
                languageCode,
                seed,
                format,
                quality,
                alignment,
                useCache,
                provider,
                service,
                own);
    }

    @Override
    public Kind kind() {
        return Kind.SPEECH;
    }

    @Override
    public Map<Part, Set<Part>> parts() {
        var parts = new EnumMap<Part, Set<Part>>(Map.of(Part.AUDIO, Set.of()));
        if (alignment) parts.put(Part.ALIGNMENT, Set.of(Part.AUDIO));
        return parts;
    }

    @Override
    public PartRequest ask(Part part, Generation generation, LongTexts texts) {
        if (part == Part.ALIGNMENT) return AlignmentRequest.ofNarration(generation, text, languageCode, texts);
        return new SpeechRequested(
                generation.id(),
                generation.tenant(),
                generation.user(),
                generation.expiresAt(),
                texts.of(text, generation),
                voice,
                modelId,
                stability,
                similarityBoost,
                style,
                speed,
                useSpeakerBoost,
                languageCode,
                seed,
                format,
                quality,
                alignment,
                useCache,
                provider,
                service,
                ownVoices);
    }
}
