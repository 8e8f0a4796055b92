package dev.mediagen.tts;

import dev.mediagen.tts.audio.Measured;

/// What a provider said in one call, found fit.
///
/// @param text that it said
record Said(String text, Speech speech, Measured heard) {}
