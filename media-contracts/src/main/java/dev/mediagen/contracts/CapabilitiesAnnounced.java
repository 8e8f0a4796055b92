package dev.mediagen.contracts;

import java.util.List;

/// What a worker can do now; said at start and every 30 s. Key of the record is `worker`; the topic is compacted.
///
/// @param worker service name, such as `tts-service`
public record CapabilitiesAnnounced(String worker, List<ProviderCapability> providers) {
    public static final String TOPIC = "capabilities-announced";
}
