package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.formats.ReadCue.ReadWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads enhanced LRC: a line stays until the next one begins, an empty line clears.
final class LrcReader {
    private static final String TIME = "(\\d{2,}):(\\d\\d)\\.(\\d\\d)";
    private static final Pattern LINE = Pattern.compile("\\[" + TIME + "](.*)");
    private static final Pattern STAMP = Pattern.compile("<" + TIME + ">");

    private LrcReader() {}

    static List<ReadCue> read(String file) {
        List<ReadCue> cues = new ArrayList<>();
        List<Matcher> lines =
                file.lines().map(LINE::matcher).filter(Matcher::matches).toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher line = lines.get(i);
            if (!line.group(4).isEmpty()) {
                cues.add(cue(time(line), time(lines.get(i + 1)), line.group(4)));
            }
        }
        return cues;
    }

    private static ReadCue cue(long start, long end, String content) {
        List<ReadWord> words = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Matcher stamp = STAMP.matcher(content);
        int from = 0;
        long began = -1;
        while (stamp.find()) {
            String before = content.substring(from, stamp.start()).replace("<\u2060", "<");
            text.append(before);
            if (began >= 0) {
                words.add(new ReadWord(before, began, -1));
            }
            began = time(stamp);
            from = stamp.end();
        }
        String rest = content.substring(from);
        return new ReadCue(start, end, List.of(text + rest), words);
    }

    private static long time(Matcher matcher) {
        return 1000 * (60 * Long.parseLong(matcher.group(1)) + Long.parseLong(matcher.group(2)))
                + 10 * Long.parseLong(matcher.group(3));
    }
}
