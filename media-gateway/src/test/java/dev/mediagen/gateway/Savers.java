package dev.mediagen.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Users with credits for fifty images each.
public final class Savers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        String keys = Stream.of(
                        "ann", "bob", "cal", "dee", "eve", "fay", "gus", "hal", "ida", "ned", "pia", "tom", "jan",
                        "kim", "leo", "max", "nia", "oda", "sam", "sue", "tim", "ute")
                .map(user -> "%s:savers:%s".formatted(user, TwoUsers.key(user)))
                .collect(Collectors.joining(","));
        return Map.of(
                "media.access.bootstrap-keys", keys,
                "media.credits.start", "2500",
                "media.throttle.starts-per-minute", "1000",
                "media.holds.unrecorded-after", "5s");
    }
}
