package dev.mediagen.contracts;

/// A voice a provider can speak with.
///
/// @param name for people; matched without regard to case
/// @param id the documents' or provider's id; null: known by name but not configured
/// @param type `Custom` or `Standard`
public record Voice(String name, String id, String type) {}
