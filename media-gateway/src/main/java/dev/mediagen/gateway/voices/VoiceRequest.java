package dev.mediagen.gateway.voices;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.gateway.api.CodePoints;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;

/// Body of `POST /api/voices`.
///
/// @param consentNote why the caller may use the voice
/// @param voices what it is called at each provider, first choice first
record VoiceRequest(
        @NotBlank @CodePoints(max = 100) String name,

        @JsonAlias("consent_note") @NotBlank @CodePoints(max = 2_000)
        String consentNote,

        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Equivalent> voices) {

    /// @param voiceId goes into the provider's URLs, so it has no signs that mean anything there
    record Equivalent(
            @NotBlank @CodePoints(max = 100) String provider,

            @JsonAlias({"voice_id", "id"}) @NotBlank @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9_.+-]{0,99}")
            String voiceId) {}

    List<ProviderVoice> equivalents() {
        return voices.stream()
                .map(v -> new ProviderVoice(v.provider(), v.voiceId()))
                .toList();
    }
}
