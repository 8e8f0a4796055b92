package dev.mediagen.tts.elevenlabs;

import java.util.ArrayList;
import java.util.List;

/// Timings that come in pieces, one after the other.
final class PiecedTimings {
    private static final double STEP_BACK = 0.05;
    private final List<String> characters = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();

    /// Times count from the beginning of the stream; if a piece begins anew, from where the one before ended.
    ///
    /// @return whether the piece could be used; without it the others do not fit the text any more
    boolean add(ElevenLabsSpeechPayload.Alignment piece) {
        if (piece.characters() == null || hasGaps(piece.characterStartTimesSeconds())) return false;
        if (hasGaps(piece.characterEndTimesSeconds())) return false;
        var begins = piece.characterStartTimesSeconds();
        double end = ends.isEmpty() ? 0 : ends.getLast();
        boolean anew = !begins.isEmpty() && begins.getFirst() < end - STEP_BACK;
        characters.addAll(piece.characters());
        begins.forEach(time -> starts.add(time + (anew ? end : 0)));
        piece.characterEndTimesSeconds().forEach(time -> ends.add(time + (anew ? end : 0)));
        return true;
    }

    ElevenLabsSpeechPayload.Alignment whole() {
        return new ElevenLabsSpeechPayload.Alignment(characters, starts, ends);
    }

    private static boolean hasGaps(List<Double> times) {
        return times == null || times.stream().anyMatch(time -> time == null);
    }
}
