package dev.mediagen.alignment.captions.readalong;

import dev.mediagen.alignment.captions.CaptionTrack;
import dev.mediagen.alignment.captions.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A text to read along with its audio: `narration.xhtml` in sentences `s1`... and words `w1`..., and what of the
/// audio belongs to each.
///
/// @param clips without gaps, from the first word to the end of the audio; a word that takes no time has none
public record ReadAlong(CaptionTrack track, List<Clip> clips) {
    static final String TEXT = "narration.xhtml";
    static final String OVERLAY = "narration.smil";

    public static ReadAlong of(CaptionTrack track) {
        List<Clip> clips = new ArrayList<>();
        int words = track.alignment().words().size();
        long end = track.duration();
        for (int i = words - 1; i >= 0; i--) {
            long start = CaptionTrack.millis(track.word(i).start());
            if (start < end) {
                clips.add(new Clip(i, start, end));
                end = start;
            }
        }
        return new ReadAlong(track, List.copyOf(clips.reversed()));
    }

    public boolean isEmpty() {
        return clips.isEmpty();
    }

    /// Milliseconds of all clips.
    long duration() {
        return isEmpty() ? 0 : clips.getLast().end() - clips.getFirst().start();
    }

    static String word(int index) {
        return "w" + (index + 1);
    }

    static String sentence(Sentence sentence) {
        return "s" + (sentence.firstWord() + 1);
    }

    Map<Integer, Clip> clipsByWord() {
        return clips.stream().collect(Collectors.toMap(Clip::word, clip -> clip));
    }

    /// Seconds, as SMIL writes them.
    static String seconds(long millis) {
        return "%d.%03ds".formatted(millis / 1000, millis % 1000);
    }
}
