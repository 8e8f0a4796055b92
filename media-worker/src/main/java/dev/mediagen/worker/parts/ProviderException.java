package dev.mediagen.worker.parts;

import dev.mediagen.contracts.FailureCode;
import java.time.Duration;
import java.util.Optional;

/// The only exception an adapter may throw: what went wrong in the words of this house.
public final class ProviderException extends Exception {
    private final FailureCode code;
    private final Duration retryAfter;

    /// @param message for people; never a provider's raw answer, never a secret
    public ProviderException(FailureCode code, String message) {
        this(code, message, null, null);
    }

    public ProviderException(FailureCode code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    /// @param retryAfter the provider's own wish, or null
    public ProviderException(FailureCode code, String message, Duration retryAfter, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
    }

    public FailureCode code() {
        return code;
    }

    /// The soonest the provider wants to hear from us again.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
