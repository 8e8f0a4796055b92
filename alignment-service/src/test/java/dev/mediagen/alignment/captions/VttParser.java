package dev.mediagen.alignment.captions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads WebVTT as strictly as the standard's validator does, as far as our writer goes.
final class VttParser {
    private static final String TIME = "(\\d{2,}):([0-5]\\d):([0-5]\\d)[.,](\\d{3})";
    private static final Pattern CUE = Pattern.compile(TIME + " --> " + TIME);
    private static final Pattern STAMP = Pattern.compile("<" + TIME + ">");

    /// @param lines without stamps and escapes
    record ParsedCue(long start, long end, List<String> lines, List<Long> stamps) {}

    private VttParser() {}

    static List<ParsedCue> vtt(String file) {
        assertThat(file).startsWith("WEBVTT\n\n").doesNotContain("\r").doesNotContain("\0");
        List<ParsedCue> cues = new ArrayList<>();
        for (String block : file.substring("WEBVTT\n\n".length()).split("\n\n")) {
            cues.add(cue(List.of(block.strip().split("\n"))));
        }
        return cues;
    }

    static List<ParsedCue> srt(String file) {
        List<ParsedCue> cues = new ArrayList<>();
        for (String block : file.split("\n\n")) {
            List<String> lines = List.of(block.replace("--\u2060>", "-->").split("\n"));
            assertThat(lines.getFirst()).isEqualTo(Integer.toString(cues.size() + 1));
            Matcher times = CUE.matcher(lines.get(1));
            assertThat(times.matches()).as(lines.get(1)).isTrue();
            cues.add(new ParsedCue(time(times, 1), time(times, 5), lines.subList(2, lines.size()), List.of()));
        }
        return cues;
    }

    private static ParsedCue cue(List<String> block) {
        Matcher times = CUE.matcher(block.getFirst());
        assertThat(times.matches()).as(block.getFirst()).isTrue();
        long start = time(times, 1);
        long end = time(times, 5);
        assertThat(end).isGreaterThan(start);
        List<String> lines = new ArrayList<>();
        List<Long> stamps = new ArrayList<>();
        long latest = start;
        for (String line : block.subList(1, block.size())) {
            assertThat(line).isNotBlank().doesNotContain("-->");
            Matcher stamp = STAMP.matcher(line);
            while (stamp.find()) {
                assertThat(time(stamp, 1)).isGreaterThan(latest).isLessThan(end);
                latest = time(stamp, 1);
                stamps.add(latest);
            }
            lines.add(unescaped(STAMP.matcher(line).replaceAll("")));
        }
        assertThat(lines).isNotEmpty();
        assertThat(block.get(1)).doesNotStartWith("<");
        return new ParsedCue(start, end, lines, stamps);
    }

    private static String unescaped(String line) {
        assertThat(line).doesNotContain("<").doesNotContain(">");
        assertThat(line.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
        return line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    private static long time(Matcher matcher, int group) {
        long minutes = 60 * Long.parseLong(matcher.group(group)) + Long.parseLong(matcher.group(group + 1));
        return 1000 * (60 * minutes + Long.parseLong(matcher.group(group + 2)))
                + Long.parseLong(matcher.group(group + 3));
    }
}
