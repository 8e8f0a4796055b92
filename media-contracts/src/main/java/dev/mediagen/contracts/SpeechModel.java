package dev.mediagen.contracts;

/// A speech model.
///
/// @param maxTextLength code points of one call to the provider; longer texts are split by the worker
public record SpeechModel(String id, int maxTextLength) {}
