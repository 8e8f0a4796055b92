package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Timings per character of a text: three lists of one length. The `arrays` form of the HTTP contract and ElevenLabs'
/// wire form. The characters join to the text; an entry may be more than one code unit.
///
/// @param starts seconds from the start of the audio
/// @param ends seconds from the start of the audio
/// @param spoken of a provider's answer: the same over the text as it was read, or null. Where a provider gave these
///   alone, the three lists are empty
public record CharacterTimings(
        List<String> characters,
        @JsonProperty("character_start_times_seconds") List<Double> starts,
        @JsonProperty("character_end_times_seconds") List<Double> ends,
        @JsonInclude(JsonInclude.Include.NON_NULL) CharacterTimings spoken) {

    public CharacterTimings(List<String> characters, List<Double> starts, List<Double> ends) {
        this(characters, starts, ends, null);
    }
}
