package dev.mediagen.alignment.captions.formats;

import java.util.List;

/// A cue as a file tells it; milliseconds.
///
/// @param words begin and end of the stretches that are timed; an end of -1 is not told
record ReadCue(long start, long end, List<String> lines, List<ReadWord> words) {
    record ReadWord(String text, long start, long end) {}

    String text() {
        return String.join("", lines);
    }
}
