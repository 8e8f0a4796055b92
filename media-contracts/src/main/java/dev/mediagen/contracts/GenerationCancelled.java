package dev.mediagen.contracts;

import java.time.Instant;
import java.util.List;

/// Nobody wants these parts any more: what is queued never reaches a provider, what is running pays for no further
/// call. It may come before the request it ends.
///
/// @param expiresAt the generation's deadline: no request of it comes later
public record GenerationCancelled(String generationId, String tenant, List<Part> parts, Instant expiresAt) {
    public static final String TOPIC = "generation-cancelled";

    public GenerationCancelled {
        PartRequest.require(generationId, tenant, expiresAt);
        if (parts == null) throw new IllegalArgumentException("parts is missing");
    }
}
