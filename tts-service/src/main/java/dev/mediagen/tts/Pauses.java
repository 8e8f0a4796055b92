package dev.mediagen.tts;

import java.time.Duration;
import java.util.regex.Pattern;

/// How long a voice is silent between two chunks, besides the 40 ms of its own at either side.
final class Pauses {
    private static final Pattern END = Pattern.compile("[.!?…。！？؟۔।:]['\"’”»)\\]）」』]*\\s*$|\\R\\s*$");

    private Pauses() {}

    /// @param before the chunk before the pause
    /// @return seconds
    static double after(String before, String provider, SpeechConfig config) {
        var exact = config.pauses().get(provider);
        if (exact != null) return seconds(exact);
        return END.matcher(before).find() ? seconds(config.pause()) : seconds(config.pause()) / 2;
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
