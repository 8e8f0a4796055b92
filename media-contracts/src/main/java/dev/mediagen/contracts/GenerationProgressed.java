package dev.mediagen.contracts;

/// A sign of life of a part that is being made. Those of an epoch older than the newest seen change nothing.
///
/// @param epoch rises each time a worker claims the part
/// @param attempt 1 for the first try of this part
/// @param progress 0..100 of this part
/// @param retrying true while waiting for another try
/// @param message for people
public record GenerationProgressed(
        String generationId,
        Part part,
        long epoch,
        int attempt,
        int progress,
        boolean retrying,
        String provider,
        String message) {
    public static final String TOPIC = "generation-progressed";
}
