package dev.mediagen.worker.cache;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClients;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.local.servers.TestServers;
import dev.mediagen.worker.parts.PartResult;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;

/// What the cache keeps, and for whom, against a real store and database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ResultCacheIT {
    @Inject
    Caches caches;

    private final String collection = "cache" + UUID.randomUUID();
    private final AtomicInteger made = new AtomicInteger();
    private final List<Caches.Cache> opened = new ArrayList<>();

    @AfterEach
    void close() {
        opened.forEach(cache -> cache.replica().close());
    }

    @Test
    void givesAgainWhatWasMadeFreeAndFromItsOwnObjects() throws Exception {
        var cache = cache();
        var first = speech(cache, "acme", "g1");
        var second = speech(cache, "acme", "g2");

        assertThat(made).hasValue(1);
        assertThat(first.staged().key()).startsWith("staging/");
        assertThat(first.fromCache()).isFalse();
        assertThat(second.fromCache()).isTrue();
        assertThat(second.chargeable()).isFalse();
        assertThat(second.warnings()).isEqualTo(first.warnings());
        assertThat(second.staged().sha256()).isEqualTo(first.staged().sha256());
        var timings = ((SpeechProduced) second.produced()).timings();
        assertThat(List.of(second.staged().key(), timings.key())).allSatisfy(key -> {
            assertThat(key).startsWith("cache/acme/" + key("acme", "g1").hash() + "/");
            assertThat(caches.exists(key)).isTrue();
        });
    }

    @Test
    void tenantsNeverShare() throws Exception {
        var cache = cache();
        speech(cache, "acme", "g1");

        assertThat(speech(cache, "other", "g2").fromCache()).isFalse();
        assertThat(made).hasValue(2);
    }

    @Test
    void aGenerationWhoseWorkerDiedAfterKeepingPaysForItsOwn() throws Exception {
        var cache = cache();
        speech(cache, "acme", "g1");
        var again = speech(cache, "acme", "g1");

        assertThat(made).hasValue(1);
        assertThat(again.chargeable()).isTrue();
        assertThat(again.fromCache()).isFalse();
    }

    @Test
    void neitherLooksNorKeepsWhenTheCallerWantsItMade() throws Exception {
        var cache = cache();
        for (String generation : List.of("g1", "g2")) ask(cache, key("acme", generation), false, false);

        assertThat(made).hasValue(2);
        assertThat(caches.documents(collection)).isEmpty();
    }

    @Test
    void touchesNoCollectionWhileItIsOff() throws Exception {
        var cache = cache("enabled", "false");
        speech(cache, "acme", "g1");
        speech(cache, "acme", "g2");

        assertThat(made).hasValue(2);
        assertThat(caches.mongo.getDatabase(Caches.DATABASE).listCollectionNames())
                .doesNotContain(collection, collection + "Objects");
    }

    @Test
    void anExpiredEntryIsAMissThoughNobodyHasSweptIt() throws Exception {
        var cache = cache("ttl-seconds", "0");
        speech(cache, "acme", "g1");

        assertThat(caches.documents(collection)).hasSize(1);
        assertThat(speech(cache, "acme", "g2").fromCache()).isFalse();
    }

    @Test
    void keepsFieldsAndDurationOfTheDocumentsForSpeech() throws Exception {
        speech(cache(), "acme", "g1");
        var entry = caches.documents(collection).getFirst();

        assertThat(entry)
                .containsEntry("_id", entry.getString("cacheKey"))
                .containsEntry("contentType", "audio/mpeg")
                .containsEntry("voiceId", "v1")
                .containsEntry("voiceName", "Aria")
                .containsEntry("textLength", 2)
                .containsEntry("audioData", null);
        assertThat(entry.getString("audioUrl")).startsWith("cache/acme/").doesNotContain("://");
        assertThat(entry.get("parameters", Document.class)).containsKeys("voice", "speed", "stability", "text");
        assertThat(lifetime(entry)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void keepsFieldsOfTheDocumentsForImagesAndNoTextsIfNotWanted() throws Exception {
        var cache = cache("keep-parameters", "false");
        image(cache, "g1");
        var entry = caches.documents(collection).getFirst();

        assertThat(entry)
                .containsEntry("width", 1024)
                .containsEntry("height", 768)
                .containsEntry("seed", "42")
                .containsEntry("model", "flux-dev")
                .containsEntry("imageData", null)
                .containsKeys("imageUrl", "createdAt", "expiresAt");
        assertThat(entry.get("parameters", Document.class)).containsKeys("guidanceScale", "width");
        assertThat(entry.toJson()).doesNotContain("a fox");
        var hit = (ImageProduced) image(cache, "g2").produced();
        assertThat(hit.prompt()).isEqualTo("a fox");
    }

    @Test
    void aFallbacksResultIsKeptForAMinute() throws Exception {
        var cache = cache();
        ask(cache, key("acme", "g1"), true, true);

        assertThat(lifetime(caches.documents(collection).getFirst())).isEqualTo(Duration.ofMinutes(1));
        assertThat(ask(cache, key("acme", "g2"), true, true).fallback()).isTrue();
        assertThat(made).hasValue(1);
    }

    @Test
    void aLostOrChangedObjectIsAMiss() throws Exception {
        var cache = cache();
        speech(cache, "acme", "g1");
        String key = speech(cache, "acme", "g2").staged().key();
        caches.s3.deleteObject(b -> b.bucket(caches.bucket).key(key));
        assertThat(speech(cache, "acme", "g3").fromCache()).isFalse();

        String next = speech(cache, "acme", "g4").staged().key();
        caches.s3.putObject(b -> b.bucket(caches.bucket).key(next), RequestBody.fromString("something else"));
        assertThat(speech(cache, "acme", "g5").fromCache()).isFalse();
        assertThat(made).hasValue(3);
    }

    @Test
    void putsBackALostObjectThatTheDatabaseHasToo() throws Exception {
        var cache = cache("store-binary", "true");
        speech(cache, "acme", "g1");
        var entry = caches.documents(collection).getFirst();
        String key = entry.getString("audioUrl");
        var kept = caches.s3
                .getObjectAsBytes(b -> b.bucket(caches.bucket).key(key))
                .asByteArray();
        caches.s3.deleteObject(b -> b.bucket(caches.bucket).key(key));

        assertThat(speech(cache, "acme", "g2").fromCache()).isTrue();
        assertThat(entry.get("audioData", Binary.class).getData()).isEqualTo(kept);
        assertThat(caches.s3
                        .getObjectAsBytes(b -> b.bucket(caches.bucket).key(key))
                        .asByteArray())
                .isEqualTo(kept);
    }

    @Test
    void sweepsEntriesAtTheirEndAndObjectsAfterAGrace() throws Exception {
        var cache = cache();
        speech(cache, "acme", "g1");
        String key = caches.documents(collection).getFirst().getString("audioUrl");
        var end = Instant.now().plus(Duration.ofDays(1));

        cache.sweep().sweep(end.plusSeconds(1));
        assertThat(caches.documents(collection)).isEmpty();
        assertThat(caches.exists(key)).isTrue();
        cache.sweep().sweep(end.plus(cache.config().grace()).plusSeconds(1));
        assertThat(caches.exists(key)).isFalse();
        assertThat(caches.documents(collection + "Objects")).isEmpty();
    }

    @Test
    void keysAreUniqueAndEntriesEndByThemselves() {
        cache().sweep().sweep(Instant.now());
        var indexes = caches.mongo
                .getDatabase(Caches.DATABASE)
                .getCollection(collection)
                .listIndexes();

        assertThat(indexes)
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("cacheKey", 1))
                        .containsEntry("unique", true))
                .anySatisfy(index -> assertThat(index)
                        .containsEntry("key", new Document("expiresAt", 1))
                        .hasEntrySatisfying("expireAfterSeconds", seconds -> assertThat(((Number) seconds).longValue())
                                .isZero()));
    }

    @Test
    void makesWhatIsAskedForWhileTheDatabaseIsAway() throws Exception {
        try (var nobody = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            var cache = caches.of(nobody, collection);
            opened.add(cache);

            assertThat(speech(cache, "acme", "g1").fromCache()).isFalse();
            assertThat(speech(cache, "acme", "g2").fromCache()).isFalse();
        }
    }

    private Caches.Cache cache(String... settings) {
        var cache = caches.of(collection, settings);
        opened.add(cache);
        return cache;
    }

    private PartResult speech(Caches.Cache cache, String tenant, String generation) throws Exception {
        return ask(cache, key(tenant, generation), true, false);
    }

    private PartResult ask(Caches.Cache cache, CacheKey key, boolean useCache, boolean fallback) throws Exception {
        return cache.results().getOrMake(key, useCache, Caches.CONTEXT, () -> {
            made.incrementAndGet();
            return caches.speech(fallback);
        });
    }

    private PartResult image(Caches.Cache cache, String generation) throws Exception {
        var key = CacheKey.of(Asks.image("acme", generation, "a fox"), Map.of());
        return cache.results().getOrMake(key, true, Caches.CONTEXT, () -> caches.image("a fox"));
    }

    private static CacheKey key(String tenant, String generation) {
        return CacheKey.of(Asks.speech(tenant, generation, "hi"), Map.of());
    }

    private static Duration lifetime(Document entry) {
        var lifetime = Duration.between(
                entry.getDate("createdAt").toInstant(),
                entry.getDate("expiresAt").toInstant());
        return Duration.ofSeconds(Math.round(lifetime.toMillis() / 1000.0));
    }
}
