package dev.mediagen.contracts;

/// A share of a style mix.
///
/// @param style name of an art style
/// @param weight above 0; the weights of a mix are normalised by whoever reads them
public record WeightedStyle(String style, double weight) {}
