package dev.mediagen.gateway;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.Map;

/// [Savers] whose webhooks may be servers of this machine, and are asked again soon.
public final class Hooked implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
        var all = new HashMap<>(new Savers().getConfigOverrides());
        // what others have spent is none of theirs
        all.computeIfPresent("media.access.bootstrap-keys", (name, keys) -> keys.replace(":savers:", ":hooked:"));
        all.put("media.webhooks.key", "0123456789abcdef".repeat(2));
        all.put("media.webhooks.allow-private", "true");
        all.put("media.webhooks.pauses", "0.2s,0.4s,0.4s");
        all.put("media.webhooks.limit", "1s");
        return all;
    }
}
