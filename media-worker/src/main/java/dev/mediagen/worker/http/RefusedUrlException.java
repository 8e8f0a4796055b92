package dev.mediagen.worker.http;

/// A URL that a user gave is not called, or gave nothing. The message is a short reason for that user, such as
/// `address not allowed`: it tells nothing about the network around us or the other server's answer.
public final class RefusedUrlException extends Exception {
    RefusedUrlException(String reason) {
        super(reason);
    }

    RefusedUrlException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
