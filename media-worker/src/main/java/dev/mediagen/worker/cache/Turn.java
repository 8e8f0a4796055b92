package dev.mediagen.worker.cache;

import dev.mediagen.worker.parts.ProviderException;

/// What a request is to do about its key.
sealed interface Turn {
    /// Take what is there.
    record Hit(CacheEntry entry) implements Turn {}

    /// Fail as the one it waited for did.
    record Failed(ProviderException why) implements Turn {}

    /// Make it, for all who wait.
    record Make(String claim) implements Turn {}

    /// Make it for itself: the cache is of no use now.
    record Alone() implements Turn {}

    /// Ask again: whoever was to make it gave up.
    record Again() implements Turn {}
}
