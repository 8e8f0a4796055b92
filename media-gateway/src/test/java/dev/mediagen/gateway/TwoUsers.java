package dev.mediagen.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/// Two users of one tenant, each with a key.
public final class TwoUsers implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "media.access.bootstrap-keys",
                "ann:acme:" + key("ann") + ",bob:acme:" + key("bob"),
                "media.throttle.starts-per-minute",
                "1000");
    }

    static String key(String user) {
        return "mg_%s000000000_%s".formatted(user, user.repeat(14));
    }
}
