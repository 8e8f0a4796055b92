package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.formats.ReadCue.ReadWord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads ASS karaoke: each `\k` goes on where the one before it ended.
final class AssReader {
    private static final Pattern DIALOGUE = Pattern.compile(
            "Dialogue: 0,(\\d+:\\d\\d:\\d\\d\\.\\d\\d),(\\d+:\\d\\d:\\d\\d\\.\\d\\d),Default,,0,0,0,,(.*)");
    private static final Pattern SYLLABLE = Pattern.compile("\\{\\\\k(\\d+)}((?:[^{\\\\]|\\\\[^{]|\\\\\\{)*)");

    private AssReader() {}

    static List<ReadCue> read(String file) {
        return file.substring(file.indexOf("[Events]"))
                .lines()
                .filter(line -> line.startsWith("Dialogue"))
                .map(AssReader::cue)
                .toList();
    }

    private static ReadCue cue(String line) {
        Matcher dialogue = DIALOGUE.matcher(line);
        if (!dialogue.matches()) {
            throw new AssertionError(line);
        }
        long clock = time(dialogue.group(1));
        long start = clock;
        List<ReadWord> words = new ArrayList<>();
        Matcher syllables = SYLLABLE.matcher(dialogue.group(3));
        while (syllables.find()) {
            long end = clock + 10 * Long.parseLong(syllables.group(1));
            if (!syllables.group(2).isEmpty()) {
                words.add(new ReadWord(plain(syllables.group(2)), clock, end));
            }
            clock = end;
        }
        String text = dialogue.group(3).replaceAll("(?<!\\\\)\\{\\\\k\\d+}", "");
        return new ReadCue(start, time(dialogue.group(2)), List.of(plain(text).split("\n", -1)), words);
    }

    private static String plain(String text) {
        return text.replace("\\N", "\n").replace("\\{", "{").replace("\\}", "}").replace("\\\u2060", "\\");
    }

    private static long time(String clock) {
        String[] parts = clock.split("[:.]");
        return 1000 * (60 * (60 * Long.parseLong(parts[0]) + Long.parseLong(parts[1])) + Long.parseLong(parts[2]))
                + 10 * Long.parseLong(parts[3]);
    }
}
