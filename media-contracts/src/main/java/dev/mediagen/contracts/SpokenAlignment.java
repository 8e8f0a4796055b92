package dev.mediagen.contracts;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/// Timings over the text as a provider's voice read it: `five dollars` where the caller wrote `$5`.
///
/// @param text as it was read
/// @param timings over the grapheme clusters of `text`
/// @param map what stands where in either text, in order; all ranges of one side together are that whole text
public record SpokenAlignment(String text, CharacterTimings timings, List<Counterpart> map) {
    /// The same thing in both texts; one of the two may be empty. Ranges of one length and one wording agree
    /// character by character.
    public record Counterpart(Range source, Range spoken) {}

    /// Grapheme clusters, written as `[from, to]`.
    ///
    /// @param to after the last one
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"from", "to"})
    public record Range(int from, int to) {}
}
