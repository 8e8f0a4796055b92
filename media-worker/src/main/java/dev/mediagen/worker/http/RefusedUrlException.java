package dev.mediagen.worker.http;

/// A URL that a user gave is not called, or gave nothing. The message is a short reason for that user, such as
/// `address not allowed`: it tells nothing about the network around us or the other server's answer.
public final class RefusedUrlException extends Exception {
    private final boolean passing;

    RefusedUrlException(String reason) {
        this(reason, null);
    }

    RefusedUrlException(String reason, Throwable cause) {
        this(reason, cause, false);
    }

    private RefusedUrlException(String reason, Throwable cause, boolean passing) {
        super(reason, cause);
        this.passing = passing;
    }

    /// Nothing is wrong with the URL as far as anybody knows: another try may find it in order.
    static RefusedUrlException passing(String reason, Throwable cause) {
        return new RefusedUrlException(reason, cause, true);
    }

    /// Whether another try may have more luck.
    public boolean isPassing() {
        return passing;
    }
}
