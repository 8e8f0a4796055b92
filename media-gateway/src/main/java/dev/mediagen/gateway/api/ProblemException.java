package dev.mediagen.gateway.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Ends a request with a [Problem].
public final class ProblemException extends RuntimeException {
    private final int status;
    private final String code;
    private final boolean retryable;
    private final List<Problem.Field> fields;
    private final Map<String, String> headers;

    public ProblemException(int status, String code, String detail, boolean retryable, List<Problem.Field> fields) {
        this(status, code, detail, retryable, fields, Map.of());
    }

    private ProblemException(
            int status,
            String code,
            String detail,
            boolean retryable,
            List<Problem.Field> fields,
            Map<String, String> headers) {
        super(detail);
        this.status = status;
        this.code = code;
        this.retryable = retryable;
        this.fields = fields;
        this.headers = headers;
    }

    /// A field the caller has to change.
    public static ProblemException invalid(String field, String message) {
        return invalid("VALIDATION_ERROR", field, message);
    }

    public static ProblemException invalid(String code, String field, String message) {
        return new ProblemException(
                400, code, field + " " + message, false, List.of(new Problem.Field(field, message)));
    }

    /// A value that is well-formed and not allowed to this caller.
    public static ProblemException forbidden(String field, String message) {
        return new ProblemException(
                403, "FORBIDDEN", field + " " + message, false, List.of(new Problem.Field(field, message)));
    }

    /// More than one user may have at once; it may be possible again later.
    public static ProblemException quota(String detail, Duration retryAfter) {
        return new ProblemException(
                429,
                "QUOTA_EXCEEDED",
                detail,
                true,
                null,
                Map.of("Retry-After", String.valueOf(retryAfter.toSeconds())));
    }

    public static ProblemException insufficientCredits(String detail) {
        return new ProblemException(402, "INSUFFICIENT_CREDITS", detail, false, null);
    }

    /// Started too much in the last minute, and does not want to wait.
    public static ProblemException throttled(Duration retryAfter) {
        return new ProblemException(
                429,
                "THROTTLED",
                "you have started as much as you may in a minute",
                true,
                null,
                Map.of("Retry-After", String.valueOf(retryAfter.toSeconds() + 1)));
    }

    /// Unknown, or somebody else's: the caller cannot tell which.
    public static ProblemException notFound(String what) {
        return new ProblemException(404, "NOT_FOUND", "no such " + what, false, null);
    }

    /// Not now; the same request may succeed in a moment.
    public static ProblemException unavailable(String detail) {
        return new ProblemException(503, "NOT_READY", detail, true, null);
    }

    /// A range outside of what there is (RFC 9110, 15.5.17).
    ///
    /// @param size bytes there are
    public static ProblemException unsatisfiableRange(long size) {
        return new ProblemException(
                416,
                "RANGE_NOT_SATISFIABLE",
                "the asset has %d bytes".formatted(size),
                false,
                null,
                Map.of("Content-Range", "bytes */" + size));
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    boolean retryable() {
        return retryable;
    }

    List<Problem.Field> fields() {
        return fields;
    }

    Map<String, String> headers() {
        return headers;
    }
}
