package dev.mediagen.alignment.forced.espeak;

import dev.mediagen.alignment.forced.Pronouncer;
import java.util.List;
import java.util.Optional;

/// Voices of espeak-ng without a container.
public final class EspeakPronouncers {
    private EspeakPronouncers() {}

    /// Through the command of the system property `espeak.command`, its parts separated by commas.
    public static Pronouncer configured() {
        return of(
                Optional.ofNullable(System.getProperty("espeak.command")).map(command -> List.of(command.split(","))));
    }

    static Pronouncer of(Optional<List<String>> command) {
        return new EspeakPronouncer(() -> command);
    }
}
