package dev.mediagen.gateway.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.gateway.TwoUsers;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(TwoUsers.class)
@QuarkusTestResource(TestServers.class)
class UploadSweepIT {
    private static final Caller ANN = new Caller("acme", "ann");

    @Inject
    UploadStore store;

    @Inject
    UploadSweep sweep;

    @Test
    void forgetsWhatExpiredAndNothingElse() {
        var old = Upload.of(ANN, UploadType.MP3, 10, Instant.now().minus(Duration.ofHours(25)));
        var fresh = Upload.of(ANN, UploadType.MP3, 10, Instant.now());
        store.persist(old);
        store.persist(fresh);
        sweep.sweep();
        assertThat(store.find(ANN, old.id())).isEmpty();
        assertThat(store.find(ANN, fresh.id())).map(Upload::key).contains(fresh.key());
    }
}
