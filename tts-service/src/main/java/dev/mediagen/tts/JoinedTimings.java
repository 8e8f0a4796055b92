package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.tts.audio.Placed;
import dev.mediagen.tts.chunks.ChunkTimings;
import java.util.List;

/// Timings of a text that was spoken in chunks.
final class JoinedTimings {
    private final List<String> chunks;
    private final List<Said> said;
    private final List<Placed> places;

    private JoinedTimings(List<String> chunks, List<Said> said, List<Placed> places) {
        this.chunks = chunks;
        this.said = said;
        this.places = places;
    }

    /// @param chunks all of the text
    /// @param said those that were spoken, in order
    /// @param places where they are
    /// @return null unless every spoken chunk has timings: of its text, for those of the whole text; of how it was
    ///   read, for those of the whole as it was read
    static CharacterTimings of(List<String> chunks, List<Said> said, List<Placed> places) {
        var joined = new JoinedTimings(chunks, said, places);
        var timings = said.stream()
                .map(chunk -> TimingsCheck.usable(
                        chunk.speech().timings(), chunk.heard().duration()))
                .toList();
        if (timings.contains(null)) return null;
        var written = joined.whole(timings, JoinedTimings::addWritten);
        boolean read = timings.stream().anyMatch(chunk -> chunk.spoken() != null);
        var spoken = read ? joined.whole(timings, JoinedTimings::addRead) : null;
        if (written == null)
            return spoken == null ? null : new CharacterTimings(List.of(), List.of(), List.of(), spoken);
        return new CharacterTimings(written.characters(), written.starts(), written.ends(), spoken);
    }

    /// Adds one chunk, or says that it cannot.
    private interface Adding {
        boolean add(ChunkTimings whole, String text, CharacterTimings timings, Placed place);
    }

    private CharacterTimings whole(List<CharacterTimings> timings, Adding adding) {
        var whole = new ChunkTimings();
        int next = 0;
        for (var chunk : chunks) {
            if (next == said.size() || !said.get(next).text().equals(chunk)) {
                whole.unspoken(chunk, next == 0 ? 0 : places.get(next - 1).end());
                continue;
            }
            if (!adding.add(whole, chunk, timings.get(next), places.get(next))) return null;
            next++;
        }
        return whole.whole();
    }

    /// Providers may leave out the white space at the ends of what they were sent.
    private static boolean addWritten(ChunkTimings whole, String text, CharacterTimings timings, Placed place) {
        var timed = TimingsCheck.text(timings);
        int at = text.indexOf(timed);
        if (timed.isEmpty() || at < 0 || !timed.strip().equals(text.strip())) return false;
        if (at > 0) whole.unspoken(text.substring(0, at), place.start());
        whole.spoken(timings, place);
        int end = at + timed.length();
        if (end < text.length()) whole.unspoken(text.substring(end), place.end());
        return true;
    }

    /// What was read has the white space of what was written around it, whatever the provider made of that.
    private static boolean addRead(ChunkTimings whole, String text, CharacterTimings timings, Placed place) {
        if (timings.spoken() == null) return addWritten(whole, text, timings, place);
        int lead = text.length() - text.stripLeading().length();
        if (lead > 0) whole.unspoken(text.substring(0, lead), place.start());
        whole.spoken(stripped(timings.spoken()), place);
        int end = text.stripTrailing().length();
        if (end < text.length()) whole.unspoken(text.substring(end), place.end());
        return true;
    }

    private static CharacterTimings stripped(CharacterTimings timings) {
        int from = 0;
        int to = timings.characters().size();
        while (from < to && timings.characters().get(from).isBlank()) from++;
        while (to > from && timings.characters().get(to - 1).isBlank()) to--;
        return new CharacterTimings(
                timings.characters().subList(from, to),
                timings.starts().subList(from, to),
                timings.ends().subList(from, to));
    }
}
