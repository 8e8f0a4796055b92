package dev.mediagen.contracts;

import java.util.List;

/// What one provider of one worker can do.
///
/// @param provider name as in configuration (`elevenlabs`, `sandbox`)
/// @param configured whether it has the credentials it needs
/// @param order place in the fallback order of its kind, 0 first; -1: serves only when it is asked for by name
/// @param voices empty unless it speaks
/// @param models empty unless it speaks
/// @param formats accepted values of `format`
/// @param styles art styles; empty unless it makes prompts
/// @param minSeconds shortest sound it makes; null unless it makes sound effects
/// @param maxSeconds longest sound it makes; null unless it makes sound effects
public record ProviderCapability(
        String provider,
        Kind kind,
        boolean configured,
        int order,
        List<Voice> voices,
        List<SpeechModel> models,
        List<String> formats,
        List<String> styles,
        Double minSeconds,
        Double maxSeconds) {

    /// A provider whose results have no length of their own to choose.
    public ProviderCapability(
            String provider,
            Kind kind,
            boolean configured,
            int order,
            List<Voice> voices,
            List<SpeechModel> models,
            List<String> formats,
            List<String> styles) {
        this(provider, kind, configured, order, voices, models, formats, styles, null, null);
    }
}
