package dev.mediagen.image.fal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What webhooks said, for all replicas.
interface FalDeliveries {
    /// One webhook, without its payload.
    ///
    /// @param submission see [FalJob]
    /// @param status fal's word, OK or ERROR
    /// @param expiresAt when it may be forgotten
    record Delivery(String requestId, String submission, String status, Instant receivedAt, Instant expiresAt) {}

    /// Keeps one; a repeat changes nothing.
    void keep(Delivery delivery);

    /// The job that came of a submission, once its webhook has come. Empty, too, while that cannot be asked.
    Optional<String> requestId(String submission);

    /// The first job that came of any of these submissions.
    default Optional<String> anyOf(List<String> submissions) {
        return submissions.stream()
                .map(this::requestId)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
