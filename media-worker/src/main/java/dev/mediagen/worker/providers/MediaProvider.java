package dev.mediagen.worker.providers;

import dev.mediagen.contracts.ProviderCapability;
import java.util.Optional;

/// Somebody who makes media: a vendor, a server of our own, or the sandbox. One bean per vendor and kind; CDI finds
/// it by its port, which extends this.
public interface MediaProvider {
    /// As in configuration and in results, such as `elevenlabs`.
    String name();

    /// The setting it cannot do without and does not have, such as `ELEVENLABS_API_KEY`; empty when it can serve.
    Optional<String> missing();

    /// What its own settings make of a request, such as the model that is configured for it; a result is not found
    /// again in the cache once this has changed.
    default String setup() {
        return "";
    }

    /// What it can do now. Called every 30 s; does not wait for the provider.
    ///
    /// @param order its place in the configured order, 0 first; -1: only when asked for by name
    ProviderCapability capability(int order);
}
