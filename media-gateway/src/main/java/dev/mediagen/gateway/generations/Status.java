package dev.mediagen.gateway.generations;

import com.fasterxml.jackson.annotation.JsonValue;

/// State of a generation. The seeds' own words for it are in docs/api.md.
public enum Status {
    QUEUED,
    /// Accepted; starts when its user's other starts are long enough ago.
    THROTTLED,
    RUNNING,
    RETRYING,
    ALIGNING,
    STORING,
    COMPLETED,
    PARTIAL,
    FAILED,
    CANCELLED,
    EXPIRED;

    /// A terminal state never changes.
    public boolean terminal() {
        return switch (this) {
            case COMPLETED, PARTIAL, FAILED, CANCELLED, EXPIRED -> true;
            case QUEUED, THROTTLED, RUNNING, RETRYING, ALIGNING, STORING -> false;
        };
    }

    /// What has ended without all that was asked for.
    public boolean retryable() {
        return terminal() && this != COMPLETED;
    }

    @JsonValue
    public String json() {
        return name().toLowerCase();
    }
}
