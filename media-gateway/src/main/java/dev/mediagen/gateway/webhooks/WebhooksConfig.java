package dev.mediagen.gateway.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How webhooks are kept and delivered.
@ConfigMapping(prefix = "media.webhooks")
interface WebhooksConfig {
    /// What the webhooks' secrets are sealed with; the first seals, the others still open. None: no webhooks.
    Optional<List<String>> key();

    /// For receivers of one's own: http, any port, and addresses that are not public as well.
    @WithDefault("false")
    boolean allowPrivate();

    /// Before each further try, ± 20 %; after the last it is given up.
    @WithDefault("5s,30s,2m,10m,30m,1h,2h,4h,8h,8h")
    List<Duration> pauses();

    /// For one try, the beginning of the answer included.
    @WithDefault("10s")
    Duration limit();

    /// Tries that one gateway has under way at one host.
    @WithDefault("2")
    int perHost();

    /// A receiver that has accepted nothing for so long is not asked any more.
    @WithDefault("72h")
    Duration disableAfter();

    /// How long deliveries can be looked up and replayed.
    @WithDefault("168h")
    Duration keep();

    /// How long a rotated secret still signs.
    @WithDefault("24h")
    Duration overlap();
}
