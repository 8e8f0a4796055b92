package dev.mediagen.worker.mary;

import dev.mediagen.worker.media.Pcm;
import java.util.List;

/// A spoken sentence.
///
/// @param pcm at the voice's own rate, 48 kHz
/// @param sounds what was spoken, in order; they add up to the samples
public record Utterance(Pcm pcm, List<Sound> sounds) {}
