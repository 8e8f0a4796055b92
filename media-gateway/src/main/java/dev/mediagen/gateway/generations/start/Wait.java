package dev.mediagen.gateway.generations.start;

import dev.mediagen.gateway.api.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How long a caller wants to wait for the result (RFC 7240).
record Wait(Duration longest) {
    private static final Pattern WAIT = Pattern.compile("wait=\"?([0-9]{1,6})\"?");
    private static final int MOST = 120;

    /// A wait that is named wins over `respond-async`, wherever it stands: it is how long until the answer comes
    /// anyway.
    ///
    /// @param prefer values of the `Prefer` headers
    static Wait of(List<String> prefer, Duration byDefault) {
        var longest = byDefault;
        for (String preference :
                String.join(",", prefer).toLowerCase(Locale.ROOT).split("[,;]")) {
            var wait = WAIT.matcher(preference.strip());
            if (wait.matches()) return new Wait(seconds(Integer.parseInt(wait.group(1))));
            if (preference.strip().startsWith("wait=")) throw invalid();
            if (preference.strip().equals("respond-async")) longest = Duration.ZERO;
        }
        return new Wait(longest);
    }

    private static Duration seconds(int seconds) {
        if (seconds > MOST) throw invalid();
        return Duration.ofSeconds(seconds);
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("Prefer", "wait must be 0 to %d seconds".formatted(MOST));
    }
}
