package dev.mediagen.alignment.timings;

import dev.mediagen.contracts.AlignmentMethod;
import java.util.List;

/// Times of every grapheme cluster of a text: starts never fall, no cluster ends before it starts or after the next
/// one starts, all lie within the audio.
///
/// @param starts seconds
/// @param ends seconds
/// @param confidence 0..1 per cluster
/// @param warnings for people: what was repaired or could not be trusted
public record TimedClusters(
        double[] starts, double[] ends, double[] confidence, AlignmentMethod method, List<String> warnings) {}
