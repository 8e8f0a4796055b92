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
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
    private static final Duration YEAR = Duration.ofDays(365);

    @Inject
    BucketSweep sweep;

    @Inject
    AssetRepository assets;

    @Inject
    Bucket bucket;

    @Inject
    S3Client s3;

    @BeforeEach
    void keepSomething() {
        bucket.create();
        add("t/acme/audio/%s.wav".formatted(UUID.randomUUID()));
    }

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
    @ValueSource(strings = {"styletts2-output/", "seedvc-outputs/", "make-an-audio-outputs/"})
    void leavesWhatAnAssetNames(String prefix) {
        String key = put(prefix);
        add(key);
        String left = put(prefix);
        sweep.sweep(Instant.now().plus(YEAR));
        assertThat(exists(key)).isTrue();
        assertThat(exists(left)).isFalse();
    }

    /// No asset speaks for them: only that the sweep never lists them keeps them.
    @ParameterizedTest
    @ValueSource(strings = {"t/acme/audio/", "cache/acme/"})
    void looksNowhereElse(String prefix) {
        String key = put(prefix);
        sweep.sweep(Instant.now().plus(YEAR));
        assertThat(exists(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"staging/acme/", "uploads/acme/", "styletts2-output/", "seedvc-outputs/"})
    void leavesWhatIsMarkedAsKeptEvenWhenNobodyNamesIt(String prefix) {
        String key = put(prefix, "private, max-age=31536000, immutable");
        sweep.sweep(Instant.now().plus(YEAR));
        assertThat(exists(key)).isTrue();
    }

    @Test
    void trustsNoEmptyDatabase() {
        String made = put("styletts2-output/");
        String staged = put("staging/acme/");
        assets.deleteAll();
        sweep.sweep(Instant.now().plus(YEAR));
        assertThat(exists(made)).isTrue();
        assertThat(exists(staged)).isFalse();
    }

    @Test
    void looksAgainBeforeItDeletes() {
        String key = put("styletts2-output/");
        assertThat(bucket.deleteUnlessKept(key, Instant.EPOCH)).isFalse();
        assertThat(exists(key)).isTrue();
        assertThat(bucket.deleteUnlessKept(key, Instant.now().plus(YEAR))).isTrue();
        assertThat(bucket.deleteUnlessKept(key, Instant.now().plus(YEAR))).isFalse();
    }

    @Test
    void makesItsIndexOnce() {
        assets.mongoCollection().dropIndexes();
        assets.named(Set.of("a"));
        assertThat(assets.mongoCollection().listIndexes()).hasSize(1);
        assets.createIndex(null);
        assertThat(assets.mongoCollection().listIndexes()).hasSize(2);
    }

    private void add(String key) {
        var object = new KeptObject(key, "audio/wav", 1, "");
        var id = UUID.randomUUID().toString();
        assets.add(new Asset(Asset.id(id, Part.AUDIO), id, Part.AUDIO, "acme", object, Map.of(), Instant.EPOCH, null));
    }

    private String put(String prefix) {
        return put(prefix, null);
    }

    private String put(String prefix, String cacheControl) {
        String key = prefix + UUID.randomUUID() + ".wav";
        s3.putObject(b -> b.bucket("media").key(key).cacheControl(cacheControl), RequestBody.fromString("RIFF"));
        return key;
    }

    private boolean exists(String key) {
        return s3.listObjectsV2(b -> b.bucket("media").prefix(key)).contents().stream()
                .map(S3Object::key)
                .anyMatch(key::equals);
    }
}
