package dev.mediagen.worker.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Set;

/// Where URLs that users give may lead.
@ConfigMapping(prefix = "media.outbound")
public interface OutboundConfig {
    /// For development: http as well, also on port 80.
    @WithDefault("false")
    boolean allowHttp();

    /// For development: addresses that are not public as well.
    @WithDefault("false")
    boolean allowPrivate();

    @WithDefault("443")
    Set<Integer> ports();

    /// The longest body that is taken, in bytes.
    @WithDefault("20971520")
    long mostBytes();

    @WithDefault("3")
    int mostRedirects();

    /// How long one fetch may take, names, redirects and body included.
    @WithDefault("30s")
    Duration longest();
}
