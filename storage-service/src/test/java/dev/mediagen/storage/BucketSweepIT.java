package dev.mediagen.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Part;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What is removed when, from a real store.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class BucketSweepIT {
    @Inject
    BucketSweep sweep;

    @Inject
    AssetRepository assets;

    @Inject
    S3Client s3;

    @ParameterizedTest
    @CsvSource({
        "staging/acme/,PT1H50M,PT2H10M",
        "uploads/acme/,PT24H50M,PT25H10M",
        "styletts2-output/,PT1H50M,PT2H10M",
        "seedvc-outputs/,PT1H50M,PT2H10M",
        "make-an-audio-outputs/,PT1H50M,PT2H10M"
    })
    void removesWhatIsOlderThanItsTime(String prefix, Duration young, Duration old) {
        String key = put(prefix);
        sweep.sweep(Instant.now().plus(young));
        assertThat(exists(key)).isTrue();
        sweep.sweep(Instant.now().plus(old));
        assertThat(exists(key)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"t/acme/audio/", "cache/acme/", "styletts2-output/", "seedvc-outputs/"})
    void leavesWhatIsKept(String prefix) {
        String key = put(prefix);
        var object = new KeptObject(key, "audio/wav", 1, "");
        var id = UUID.randomUUID().toString();
        assets.add(new Asset(Asset.id(id, Part.AUDIO), id, Part.AUDIO, "acme", object, Map.of(), Instant.EPOCH, null));
        String left = put("styletts2-output/");
        sweep.sweep(Instant.now().plus(Duration.ofDays(365)));
        assertThat(exists(key)).isTrue();
        assertThat(exists(left)).isFalse();
    }

    private String put(String prefix) {
        String key = prefix + UUID.randomUUID() + ".wav";
        s3.putObject(b -> b.bucket("media").key(key), RequestBody.fromString("RIFF"));
        return key;
    }

    private boolean exists(String key) {
        return s3.listObjectsV2(b -> b.bucket("media").prefix(key)).contents().stream()
                .map(S3Object::key)
                .anyMatch(key::equals);
    }
}
