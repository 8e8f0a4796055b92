package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.tts.audio.Placed;
import dev.mediagen.tts.chunks.ChunkTimings;
import java.util.List;

/// Timings of a text that was spoken in chunks.
final class JoinedTimings {
    private JoinedTimings() {}

    /// @param chunks all of the text
    /// @param said those that were spoken, in order
    /// @param places where they are
    /// @return null unless every spoken chunk has timings of its text
    static CharacterTimings of(List<String> chunks, List<Said> said, List<Placed> places) {
        var whole = new ChunkTimings();
        int next = 0;
        for (var chunk : chunks) {
            if (next == said.size() || !said.get(next).text().equals(chunk)) {
                whole.unspoken(chunk, next == 0 ? 0 : places.get(next - 1).end());
                continue;
            }
            if (!add(whole, said.get(next), places.get(next))) return null;
            next++;
        }
        return whole.whole();
    }

    /// Providers may leave out the white space at the ends of what they were sent.
    private static boolean add(ChunkTimings whole, Said said, Placed place) {
        var timings = said.speech().timings();
        if (!TimingsCheck.isUsable(timings, said.heard().duration())) return false;
        var timed = TimingsCheck.text(timings);
        int at = said.text().indexOf(timed);
        if (at < 0 || !timed.strip().equals(said.text().strip())) return false;
        if (at > 0) whole.unspoken(said.text().substring(0, at), place.start());
        whole.spoken(timings, place);
        int end = at + timed.length();
        if (end < said.text().length()) whole.unspoken(said.text().substring(end), place.end());
        return true;
    }
}
