package dev.mediagen.tts.sandbox;

import java.util.List;

/// A spoken sentence.
///
/// @param samples 16 bit, mono, at [MaryVoice#SAMPLE_RATE]
/// @param sounds add up to the samples
record Utterance(short[] samples, List<Sound> sounds) {}
