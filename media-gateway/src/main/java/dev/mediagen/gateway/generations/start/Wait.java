package dev.mediagen.gateway.generations.start;

import dev.mediagen.gateway.api.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// How long a caller wants to wait for the result (RFC 7240), and whether also for its start.
///
/// @param patient false for `throttle=reject`
record Wait(Duration longest, boolean patient) {
    private static final Pattern WAIT = Pattern.compile("wait=\"?([0-9]{1,6})\"?");
    private static final int MOST = 120;

    /// A wait that is named wins over `respond-async`, wherever it stands: it is how long until the answer comes
    /// anyway.
    ///
    /// @param prefer values of the `Prefer` headers
    static Wait of(List<String> prefer, Duration byDefault) {
        Duration named = null;
        var unnamed = byDefault;
        boolean patient = true;
        for (String preference :
                String.join(",", prefer).toLowerCase(Locale.ROOT).split("[,;]")) {
            var wait = WAIT.matcher(preference.strip());
            if (wait.matches()) named = named == null ? seconds(Integer.parseInt(wait.group(1))) : named;
            else if (preference.strip().startsWith("wait=")) throw invalid();
            if (preference.strip().equals("respond-async")) unnamed = Duration.ZERO;
            if (preference.strip().equals("throttle=reject")) patient = false;
        }
        return new Wait(named == null ? unnamed : named, patient);
    }

    private static Duration seconds(int seconds) {
        if (seconds > MOST) throw invalid();
        return Duration.ofSeconds(seconds);
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("Prefer", "wait must be 0 to %d seconds".formatted(MOST));
    }
}
