package dev.mediagen.gateway.idempotency;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;

/// A key that a caller gave to one start.
///
/// @param id SHA-256 of tenant, user and key
/// @param request SHA-256 of path and body
/// @param generationId what it starts, and nothing else
/// @param claimedAt when somebody last set out to accept it
/// @param expiresAt then the same key may start something new
@MongoEntity(collection = "idempotencyKeys")
record IdempotencyKey(
        @JsonProperty("_id") String id, String request, String generationId, Instant claimedAt, Instant expiresAt) {}
