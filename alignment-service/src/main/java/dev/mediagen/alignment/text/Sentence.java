package dev.mediagen.alignment.text;

/// A sentence as a range of clusters, without the white space around it. Every word lies in exactly one.
///
/// @param from first cluster
/// @param to after the last cluster
public record Sentence(int from, int to) {}
