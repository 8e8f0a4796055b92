package dev.mediagen.gateway.generations.start;

import dev.mediagen.gateway.api.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// How long a caller wants to wait for the result (RFC 7240).
record Wait(Duration longest) {
    private static final Pattern WAIT = Pattern.compile("wait=\"?([0-9]{1,6})\"?");
    private static final int MOST = 120;

    /// @param prefer values of the `Prefer` headers
    static Wait of(List<String> prefer, Duration byDefault) {
        for (String header : prefer)
            for (String preference : header.split("[,;]")) {
                String p = preference.strip().toLowerCase();
                if (p.equals("respond-async")) return new Wait(Duration.ZERO);
                var wait = WAIT.matcher(p);
                if (wait.matches()) return new Wait(seconds(Integer.parseInt(wait.group(1))));
                if (p.startsWith("wait")) throw invalid();
            }
        return new Wait(byDefault);
    }

    private static Duration seconds(int seconds) {
        if (seconds > MOST) throw invalid();
        return Duration.ofSeconds(seconds);
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("Prefer", "wait must be 0 to %d seconds".formatted(MOST));
    }
}
