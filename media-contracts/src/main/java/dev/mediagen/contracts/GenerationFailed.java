package dev.mediagen.contracts;

/// A part could not be made: retries and fallbacks are exhausted.
///
/// @param message for people; never a provider's raw answer, never a secret
/// @param provider who failed last, or null
/// @param chargeable whether the failed attempt cost money at the provider
public record GenerationFailed(
        String generationId,
        Part part,
        long epoch,
        int attempt,
        FailureCode code,
        String message,
        String provider,
        boolean chargeable) {
    public static final String TOPIC = "generation-failed";
}
