package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.IntStream;

/// The documents' `raw` form of timings: one object a character. The same facts as [CharacterTimings], either way
/// without loss.
public record RawTimings(List<TimedCharacter> characters) {
    /// @param start seconds, or null
    /// @param end seconds, or null
    public record TimedCharacter(@JsonProperty("char") String character, Double start, Double end) {}

    public static RawTimings of(CharacterTimings timings) {
        return new RawTimings(IntStream.range(0, timings.characters().size())
                .mapToObj(i -> new TimedCharacter(
                        timings.characters().get(i),
                        timings.starts().get(i),
                        timings.ends().get(i)))
                .toList());
    }

    public CharacterTimings arrays() {
        return new CharacterTimings(
                characters.stream().map(TimedCharacter::character).toList(),
                characters.stream().map(TimedCharacter::start).toList(),
                characters.stream().map(TimedCharacter::end).toList());
    }
}
