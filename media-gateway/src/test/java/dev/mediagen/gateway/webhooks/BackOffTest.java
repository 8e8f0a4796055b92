package dev.mediagen.gateway.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private final WebhooksConfig config = new SmallRyeConfigBuilder()
            .withMapping(WebhooksConfig.class)
            .withConverter(Duration.class, 200, new DurationConverter())
            .build()
            .getConfigMapping(WebhooksConfig.class);
    private final BackOff backOff = new BackOff(config.pauses(), new Random(7));

    @Test
    void triesOverAboutADay() {
        var all = config.pauses().stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(all).isBetween(Duration.ofHours(22), Duration.ofHours(26));
        assertThat(config.pauses()).isSorted();
    }

    @Test
    void spreadsEachPauseByAFifth() {
        var pauses = IntStream.range(0, 1000)
                .mapToObj(i -> backOff.after(3, null).orElseThrow())
                .toList();
        assertThat(pauses)
                .allSatisfy(pause -> assertThat(pause).isBetween(Duration.ofSeconds(96), Duration.ofSeconds(144)));
        assertThat(pauses.stream().distinct().count()).isGreaterThan(500);
    }

    @Test
    void givesUpAfterTheLastPause() {
        int last = config.pauses().size();
        assertThat(backOff.after(last, null)).isPresent();
        assertThat(backOff.after(last + 1, null)).isEmpty();
        assertThat(backOff.after(last + 1, MINUTE)).isEmpty();
    }

    @Test
    void waitsAsLongAsTheReceiverAsksButNotForever() {
        assertThat(backOff.after(1, MINUTE)).contains(MINUTE);
        assertThat(backOff.after(5, MINUTE).orElseThrow()).isGreaterThan(Duration.ofMinutes(20));
        assertThat(backOff.after(1, Duration.ofDays(365))).contains(Duration.ofHours(24));
    }
}
