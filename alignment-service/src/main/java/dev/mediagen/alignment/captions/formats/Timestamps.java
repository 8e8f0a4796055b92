package dev.mediagen.alignment.captions.formats;

/// Writes points in time the ways the formats want them.
final class Timestamps {
    private Timestamps() {}

    /// `01:02:03.456`
    ///
    /// @param point what stands before the milliseconds
    static StringBuilder clock(StringBuilder out, long millis, char point) {
        pad(out, millis / 3_600_000, 2).append(':');
        pad(out, millis / 60_000 % 60, 2).append(':');
        pad(out, millis / 1000 % 60, 2).append(point);
        return pad(out, millis % 1000, 3);
    }

    /// `1:02:03.46`, of ASS.
    static StringBuilder hours(StringBuilder out, long centis) {
        out.append(centis / 360_000).append(':');
        pad(out, centis / 6000 % 60, 2).append(':');
        pad(out, centis / 100 % 60, 2).append('.');
        return pad(out, centis % 100, 2);
    }

    /// `62:03.46`, of LRC.
    static StringBuilder minutes(StringBuilder out, long centis) {
        pad(out, centis / 6000, 2).append(':');
        pad(out, centis / 100 % 60, 2).append('.');
        return pad(out, centis % 100, 2);
    }

    /// The nearest hundredth: never more than 5 ms off, and in order where the milliseconds are.
    static long centis(long millis) {
        return (millis + 5) / 10;
    }

    private static StringBuilder pad(StringBuilder out, long number, int digits) {
        String text = Long.toString(number);
        return out.repeat('0', Math.max(0, digits - text.length())).append(text);
    }
}
