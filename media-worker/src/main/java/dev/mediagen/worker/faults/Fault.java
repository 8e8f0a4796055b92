package dev.mediagen.worker.faults;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Trouble that a text or prompt asks the sandbox for, such as `[[sandbox: fail 2]]`, so that everything a real
/// provider may do can be seen without one.
///
/// | directive | what happens |
/// |---|---|
/// | `fail N` | PROVIDER_UNAVAILABLE N times, then success |
/// | `rate-limit N after S` | RATE_LIMITED N times, with Retry-After of S seconds |
/// | `slow S` | takes S seconds longer |
/// | `hang` | no answer until the time limit |
/// | `garbled` · `truncated` · `silent` | the result is damaged |
/// | `reject` · `quota` | CONTENT_REJECTED · QUOTA_EXHAUSTED |
///
/// @param times how often, where that can be said; else 1
/// @param seconds how long, where that can be said; else 0
public record Fault(Kind kind, int times, double seconds) {
    private static final Pattern DIRECTIVE = Pattern.compile(
            "\\[\\[sandbox: ?([a-z-]{3,12})(?: (\\d{1,4}(?:\\.\\d{1,2})?))?(?: after (\\d{1,4}(?:\\.\\d{1,2})?))?]]");

    public enum Kind {
        FAIL,
        RATE_LIMIT,
        SLOW,
        HANG,
        GARBLED,
        TRUNCATED,
        SILENT,
        REJECT,
        QUOTA
    }

    /// @return the first directive in a text; empty when there is none that is known
    static Optional<Fault> in(String text) {
        var found = DIRECTIVE.matcher(text);
        if (!found.find()) return Optional.empty();
        for (Kind kind : Kind.values()) {
            if (kind.name().replace('_', '-').equals(found.group(1).toUpperCase(Locale.ROOT)))
                return Optional.of(of(kind, number(found.group(2)), number(found.group(3))));
        }
        return Optional.empty();
    }

    private static Fault of(Kind kind, double first, double after) {
        return switch (kind) {
            case FAIL, RATE_LIMIT -> new Fault(kind, first > 0 ? (int) first : 1, after);
            default -> new Fault(kind, 1, first);
        };
    }

    private static double number(String digits) {
        return digits == null ? 0 : Double.parseDouble(digits);
    }

    /// The text with its directives blanked out: what is left stands where it stood.
    public static String without(String text) {
        return DIRECTIVE.matcher(text).replaceAll(found -> " "
                .repeat(found.group().length()));
    }

    /// Whether the bytes themselves are damaged, and not what they stand for.
    public boolean garbled() {
        return kind == Kind.GARBLED;
    }

    /// Whether there is to be nothing to hear, or to see.
    public boolean silent() {
        return kind == Kind.SILENT;
    }

    Duration length() {
        return Duration.ofMillis((long) (seconds * 1000));
    }
}
