package dev.mediagen.image.fal;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// fal's queue and its keys for `*IT`s.
public final class FalServer implements QuarkusTestResourceLifecycleManager {
    private final FalStub stub = new FalStub();

    @Override
    public Map<String, String> start() {
        var signer = FalSigner.create();
        stub.keys = signer.keySet();
        return Map.of(
                "FAL_KEY",
                "key-id:key-secret",
                "FAL_QUEUE_URL",
                stub.url(),
                "FAL_JWKS_URL",
                stub.url() + "/jwks.json",
                "FAL_WEBHOOK_URL",
                "https://media.example",
                "media.fal.user-id",
                "github|1",
                "test.fal.signing-key",
                signer.secret());
    }

    @Override
    public void stop() {
        stub.close();
    }
}
