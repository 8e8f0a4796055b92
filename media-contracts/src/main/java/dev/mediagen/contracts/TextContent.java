package dev.mediagen.contracts;

/// A text that travels inline, or through the bucket when it is longer than a message should be. Exactly one is set.
///
/// @param inline the text exactly as the caller sent it
/// @param staged UTF-8 text object
public record TextContent(String inline, StagedAsset staged) {
    /// Above this many UTF-8 bytes a text does not travel on Kafka.
    public static final int MAX_INLINE_BYTES = 64 * 1024;
}
