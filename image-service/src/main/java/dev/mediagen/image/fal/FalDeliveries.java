package dev.mediagen.image.fal;

import java.time.Instant;
import java.util.Optional;

/// What webhooks said, for all replicas.
interface FalDeliveries {
    /// One webhook, without its payload.
    ///
    /// @param submission see [FalJob]
    /// @param status fal's word, OK or ERROR
    /// @param expiresAt when it may be forgotten
    record Delivery(
            String requestId,
            String submission,
            String generationId,
            long epoch,
            String status,
            Instant receivedAt,
            Instant expiresAt) {}

    /// Keeps one; a repeat changes nothing.
    void keep(Delivery delivery);

    /// The job that came of a submission, once its webhook has come.
    Optional<String> requestId(String submission);
}
