package dev.mediagen.alignment.captions;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// SubRip: plain lines, no times inside a cue.
final class Srt {
    private Srt() {}

    static String write(List<Cue> cues) {
        StringBuilder out = new StringBuilder();
        int number = 0;
        for (Cue cue : cues) {
            out.append(++number).append('\n');
            out.append(time(cue.start()))
                    .append(" --> ")
                    .append(time(cue.end()))
                    .append('\n');
            cue.lines().forEach(line -> out.append(plain(line)).append('\n'));
            out.append('\n');
        }
        return out.toString();
    }

    private static String plain(List<Cue.Piece> line) {
        return line.stream().map(Cue.Piece::text).collect(Collectors.joining());
    }

    private static String time(long millis) {
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d,%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
