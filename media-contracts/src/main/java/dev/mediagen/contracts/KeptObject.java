package dev.mediagen.contracts;

/// An object that storage has verified and keeps.
///
/// @param size bytes
/// @param sha256 lower-case hex digest
public record KeptObject(String key, String mediaType, long size, String sha256) {}
