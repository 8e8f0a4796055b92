package dev.mediagen.contracts;

import java.util.List;

/// What one provider of one worker can do.
///
/// @param provider name as in configuration (`elevenlabs`, `sandbox`)
/// @param configured whether it has the credentials it needs
/// @param order place in the fallback order of its kind, 0 first
/// @param voices empty unless it speaks
/// @param models empty unless it speaks
/// @param formats accepted values of `format`
/// @param styles art styles; empty unless it makes prompts
public record ProviderCapability(
        String provider,
        Kind kind,
        boolean configured,
        int order,
        List<Voice> voices,
        List<SpeechModel> models,
        List<String> formats,
        List<String> styles) {}
