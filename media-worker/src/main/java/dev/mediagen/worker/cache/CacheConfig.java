package dev.mediagen.worker.cache;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import java.time.Duration;
import java.util.Optional;

/// Whether and how a worker keeps results for equal requests.
@ConfigMapping(prefix = "media.cache")
interface CacheConfig {
    /// The documents' `caching_enabled`.
    @WithDefault("false")
    boolean enabled();

    /// The service's collection, such as `ttsCache`; a service without one caches nothing.
    Optional<String> collection();

    /// The documents' `cache_ttl_seconds`.
    @WithName("ttl-seconds")
    @WithDefault("86400")
    long ttlSeconds();

    /// How long the result of a fallback provider is kept: long enough for a herd, short enough for the first choice
    /// to be asked again soon.
    @WithDefault("60s")
    Duration fallbackTtl();

    /// Whether small results are kept in the database, too, and outlive the loss of their object.
    @WithDefault("false")
    boolean storeBinary();

    /// Whether the caller's texts are kept with the other parameters, for debugging.
    @WithDefault("true")
    boolean keepParameters();

    /// How often a replica looks whether the one that makes a result has finished.
    @WithDefault("0.2s")
    Duration pollEvery();

    /// How long objects outlive their entry: storage may still have to copy them for the last who got it.
    @WithDefault("2h")
    Duration grace();

    default boolean on() {
        return enabled() && collection().isPresent();
    }
}
