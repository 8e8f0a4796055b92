package dev.mediagen.worker.http;

import java.time.Duration;
import java.util.Set;

/// As in production, or open for a server of this machine.
record OutboundSettings(
        boolean allowHttp,
        boolean allowPrivate,
        Set<Integer> ports,
        long mostBytes,
        int mostRedirects,
        Duration longest)
        implements OutboundConfig {
    static OutboundSettings strict() {
        return new OutboundSettings(false, false, Set.of(443), 20 << 20, 3, Duration.ofSeconds(5));
    }

    static OutboundSettings open(Integer... ports) {
        return new OutboundSettings(true, true, Set.of(ports), 20 << 20, 3, Duration.ofSeconds(5));
    }

    OutboundSettings limits(long bytes, Duration time) {
        return new OutboundSettings(allowHttp, allowPrivate, ports, bytes, mostRedirects, time);
    }
}
