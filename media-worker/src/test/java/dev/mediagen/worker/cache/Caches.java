package dev.mediagen.worker.cache;

import com.mongodb.client.MongoClient;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.inbox.Replica;
import dev.mediagen.worker.inbox.WorkerConfig;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.staging.StagingArea;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.config.spi.Converter;
import software.amazon.awssdk.services.s3.S3Client;

/// Caches as replicas have them, on the servers of the test; and results to be cached.
@Singleton
class Caches {
    static final String DATABASE = "mediagen";
    /// Progress goes nowhere; nothing else of it is used.
    static final PartContext CONTEXT = (PartContext) Proxy.newProxyInstance(
            Caches.class.getClassLoader(), new Class<?>[] {PartContext.class}, (proxy, method, arguments) -> null);

    final MongoClient mongo;
    final S3Client s3;
    final String bucket;
    private final WorkerConfig worker;
    private final StagingArea staging;

    /// One replica's cache and its parts.
    record Cache(ResultCache results, CacheSweep sweep, Replica replica, CacheConfig config) {}

    Caches(
            MongoClient mongo,
            S3Client s3,
            @ConfigProperty(name = "media.bucket") String bucket,
            WorkerConfig worker,
            StagingArea staging) {
        this.mongo = mongo;
        this.s3 = s3;
        this.bucket = bucket;
        this.worker = worker;
        this.staging = staging;
    }

    Cache of(String collection, String... settings) {
        return of(mongo, collection, settings);
    }

    /// @param client of the cache alone; the lease is kept in the database of the test
    Cache of(MongoClient client, String collection, String... settings) {
        var config = config(collection, settings);
        var replica = new Replica(mongo, worker);
        var entries = new CacheEntries(client, DATABASE, config);
        var objects = new CachedObjects(s3, bucket, client, DATABASE, config);
        var claims = new CacheClaims(entries, objects, replica.leases(), config);
        return new Cache(
                new ResultCache(claims, config), new CacheSweep(entries, objects, claims, config), replica, config);
    }

    private static CacheConfig config(String collection, String... settings) {
        var all = new HashMap<String, String>();
        all.put("media.cache.enabled", "true");
        all.put("media.cache.collection", collection);
        for (int i = 0; i < settings.length; i += 2) all.put("media.cache." + settings[i], settings[i + 1]);
        return new SmallRyeConfigBuilder()
                .withConverters(new Converter<?>[] {new DurationConverter()})
                .withMapping(CacheConfig.class)
                .withSources(new PropertiesConfigSource(all, "test", 100))
                .build()
                .getConfigMapping(CacheConfig.class);
    }

    List<Document> documents(String collection) {
        return mongo.getDatabase(DATABASE).getCollection(collection).find().into(new ArrayList<>());
    }

    boolean exists(String key) {
        return s3.listObjectsV2(b -> b.bucket(bucket).prefix(key)).hasContents();
    }

    /// A spoken text with its timings, as a handler returns it.
    PartResult speech(boolean fallback) {
        var produced = new SpeechProduced(
                1,
                "v1",
                "Aria",
                "m",
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                staged("timings.json", "{}", "application/json"));
        var audio = staged("audio.mp3", "ID3 " + UUID.randomUUID(), "audio/mpeg");
        return new PartResult(audio, Map.of(), produced, "elevenlabs", fallback, false, true, List.of("w"), null);
    }

    PartResult image(String prompt) {
        var produced = new ImageProduced(1024, 768, "42", "flux-dev", prompt, "r1", ImageFormat.PNG);
        var file = staged("a.png", "PNG", "image/png");
        return new PartResult(file, Map.of(), produced, "fal", false, false, true, List.of(), null);
    }

    private StagedAsset staged(String name, String content, String mediaType) {
        try {
            Path file = Files.writeString(Files.createTempFile("made", name), content);
            var asset = staging.put("acme/" + UUID.randomUUID() + "/" + name, file, mediaType);
            Files.delete(file);
            return asset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
