package dev.mediagen.alignment.estimate;

import dev.mediagen.alignment.activity.Interval;

/// Words spoken without a pause, or at least without one that could be placed.
///
/// @param from first word
/// @param to after the last word
/// @param time where they are spoken
/// @param speech seconds of speech within `time`
record Phrase(int from, int to, Interval time, double speech) {}
