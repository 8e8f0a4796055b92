package dev.mediagen.contracts;

import com.fasterxml.jackson.databind.JsonNode;

/// A generation after a change of state, for everyone outside.
///
/// @param requestKey the key under which the caller asked for it over Kafka, or null
/// @param generation as the HTTP contract shows it, without signed URLs
public record GenerationUpdated(
        String generationId, String tenant, String user, String requestKey, JsonNode generation) {
    public static final String TOPIC = "generation-updated";
}
