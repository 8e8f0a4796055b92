package dev.mediagen.contracts;

/// Facts of an [Alignment].
///
/// @param confidence 0..1
/// @param duration seconds of the decoded audio
public record AlignmentProduced(AlignmentMethod method, double confidence, double duration) implements Produced {}
