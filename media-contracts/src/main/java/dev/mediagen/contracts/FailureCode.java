package dev.mediagen.contracts;

/// Why a part could not be made. The only place that knows what is worth another try.
public enum FailureCode {
    /// The provider asked us to slow down (HTTP 429).
    RATE_LIMITED(true),
    /// The provider is down, refused or dropped the connection (5xx).
    PROVIDER_UNAVAILABLE(true),
    /// No answer within the time limit.
    PROVIDER_TIMEOUT(true),
    /// The provider will never accept this request (400, 404, 413, 422).
    INVALID_REQUEST(false),
    /// The provider, or our plan there, does not offer what is asked; another provider may.
    NOT_AVAILABLE(false),
    /// The provider has nobody for the voice, or no longer; another provider may have.
    VOICE_NOT_FOUND(false),
    /// The provider's or our own safety rules refuse the content.
    CONTENT_REJECTED(false),
    /// The provider account is out of credit (402, quota bodies).
    QUOTA_EXHAUSTED(false),
    /// The provider does not accept our credentials (401, 403).
    UNAUTHORIZED(false),
    /// What came back is not fit to be kept: silent, blank, cut, undecodable.
    QUALITY_REJECTED(false),
    /// No credentials are configured for the provider.
    API_KEY_MISSING(false),
    /// Our own object store or database did not answer.
    STORAGE_UNAVAILABLE(true),
    /// The generation did not end before its deadline.
    DEADLINE_EXCEEDED(true),
    /// Its owner wants it no more.
    CANCELLED(false),
    /// A defect: nothing known about another try.
    UNEXPECTED(true);

    private final boolean retryable;

    FailureCode(boolean retryable) {
        this.retryable = retryable;
    }

    /// Whether the same request may succeed later.
    public boolean retryable() {
        return retryable;
    }
}
