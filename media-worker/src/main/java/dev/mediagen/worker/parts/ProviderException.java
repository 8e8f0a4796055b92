package dev.mediagen.worker.parts;

import dev.mediagen.contracts.FailureCode;
import java.time.Duration;
import java.util.Optional;

/// The only exception an adapter may throw: what went wrong in the words of this house.
public final class ProviderException extends Exception {
    private final FailureCode code;
    private final Duration retryAfter;
    private final String provider;
    private final boolean costly;

    /// @param message for people; never a provider's raw answer, never a secret
    public ProviderException(FailureCode code, String message) {
        this(code, message, null, null);
    }

    public ProviderException(FailureCode code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    /// @param retryAfter the provider's own wish, or null
    public ProviderException(FailureCode code, String message, Duration retryAfter, Throwable cause) {
        this(code, message, retryAfter, null, false, cause);
    }

    private ProviderException(
            FailureCode code, String message, Duration retryAfter, String provider, boolean costly, Throwable cause) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
        this.provider = provider;
        this.costly = costly;
    }

    /// The same, naming the provider it came from.
    public ProviderException by(String name) {
        return new ProviderException(code, getMessage(), retryAfter, name, costly, this);
    }

    /// The same, of a call that the provider may have worked on and charged for: its answer was lost or unfit.
    public ProviderException costly() {
        return new ProviderException(code, getMessage(), retryAfter, provider, true, this);
    }

    /// Who failed, once that is known.
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /// Whether the provider may have charged for the call.
    public boolean isCostly() {
        return costly;
    }

    public FailureCode code() {
        return code;
    }

    /// The soonest the provider wants to hear from us again.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
