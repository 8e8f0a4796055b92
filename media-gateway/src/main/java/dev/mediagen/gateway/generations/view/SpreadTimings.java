package dev.mediagen.gateway.generations.view;

import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.CharacterTimings;
import java.util.ArrayList;
import java.util.List;

/// Timings of last resort, when no worker could align: characters at an even pace over the audio.
final class SpreadTimings {
    static final double CONFIDENCE = 0.1;

    private SpreadTimings() {}

    /// @param duration seconds
    static Alignment of(String text, double duration) {
        var characters = text.codePoints().mapToObj(Character::toString).toList();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (int i = 0; i < characters.size(); i++) {
            starts.add(duration * i / characters.size());
            ends.add(duration * (i + 1) / characters.size());
        }
        return new Alignment(
                text,
                new CharacterTimings(characters, starts, ends),
                List.of(),
                AlignmentMethod.ESTIMATED,
                CONFIDENCE,
                duration,
                List.of("spread evenly"));
    }
}
