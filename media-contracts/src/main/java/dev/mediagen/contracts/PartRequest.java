package dev.mediagen.contracts;

import java.time.Instant;
import java.util.Objects;

/// A request for one part of one generation. Only the gateway publishes these; key of the record is `generationId`.
/// Asking twice is harmless: a worker makes each (generationId, part) once.
public sealed interface PartRequest
        permits SpeechRequested,
                ConversionRequested,
                SoundEffectRequested,
                ImageRequested,
                PromptRequested,
                AlignmentRequested {
    String generationId();

    Part part();

    /// Owner's tenant; staging and cache are kept apart by it.
    String tenant();

    /// The generation's deadline: after it, a request that is delivered again is dropped.
    Instant expiresAt();

    /// What no request can do without; a record that lacks it is unreadable.
    static void require(String generationId, String tenant, Instant expiresAt) {
        Objects.requireNonNull(generationId, "generationId");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
