package dev.mediagen.contracts;

/// A claim check: an object in our bucket that a message points at instead of carrying its bytes.
///
/// @param key object key inside the bucket, never a URL
/// @param size bytes
/// @param sha256 lower-case hex digest of the bytes
public record StagedAsset(String key, String mediaType, long size, String sha256) {}
