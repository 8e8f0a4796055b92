package dev.mediagen.contracts;

/// A record that a consumer could not read or handle.
///
/// @param key of the original record, usually a generationId; may be null
/// @param consumer service that gave up
/// @param value as much of the original as fits, as text
public record DeadLetter(
        String topic, int partition, long offset, String key, String consumer, String reason, String value) {
    /// The one topic named in the plural: it holds records of every kind.
    public static final String TOPIC = "dead-letters";
}
