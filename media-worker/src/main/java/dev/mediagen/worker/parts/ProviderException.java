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
    private final boolean underWay;

    /// @param message for people; never a provider's raw answer, never a secret
    public ProviderException(FailureCode code, String message) {
        this(code, message, null, null);
    }

    public ProviderException(FailureCode code, String message, Throwable cause) {
        this(code, message, null, cause);
    }

    /// @param retryAfter the provider's own wish, or null
    public ProviderException(FailureCode code, String message, Duration retryAfter, Throwable cause) {
        this(code, message, retryAfter, cause, null, false, false);
    }

    private ProviderException(
            FailureCode code,
            String message,
            Duration retryAfter,
            Throwable cause,
            String provider,
            boolean costly,
            boolean underWay) {
        super(message, cause);
        this.code = code;
        this.retryAfter = retryAfter;
        this.provider = provider;
        this.costly = costly;
        this.underWay = underWay;
    }

    /// The same, naming the provider it came from.
    public ProviderException by(String name) {
        return new ProviderException(code, getMessage(), retryAfter, this, name, costly, underWay);
    }

    /// The same, of a call that the provider may have worked on and charged for: its answer was lost or unfit.
    public ProviderException costly() {
        return new ProviderException(code, getMessage(), retryAfter, this, provider, true, underWay);
    }

    /// The same, of a call whose paid job goes on at the provider and is noted: a later try of the part resumes it.
    /// Nobody else is asked meanwhile.
    ///
    /// @param pause the soonest to resume it, unless the provider wishes longer
    public ProviderException underWay(Duration pause) {
        var later = retryAfter == null || retryAfter.compareTo(pause) < 0 ? pause : retryAfter;
        return new ProviderException(code, getMessage(), later, this, provider, costly, true);
    }

    /// Who failed, once that is known.
    public Optional<String> provider() {
        return Optional.ofNullable(provider);
    }

    /// Whether the provider may have charged for the call.
    public boolean isCostly() {
        return costly;
    }

    /// Whether a paid job goes on at the provider.
    public boolean isUnderWay() {
        return underWay;
    }

    public FailureCode code() {
        return code;
    }

    /// The soonest the provider wants to hear from us again.
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
