package dev.mediagen.local.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClients;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// The three real servers, each used by its real client. The first run records their AOT caches for all later starts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LocalServersIT {
    @TempDir(cleanup = CleanupMode.NEVER)
    private static Path data;

    private LocalServers servers;
    private RunningServers running;
    private boolean recording;

    @BeforeAll
    void start() throws Exception {
        servers = LocalServers.fromSystemProperty();
        recording = !servers.caches().stream().allMatch(AotCache::exists);
        running = RunningServers.start(recording ? servers.recordingCaches() : servers, data);
    }

    @AfterAll
    void stop() throws Exception {
        if (recording) {
            running.closeAfterRecording();
            for (AotCache cache : servers.caches()) {
                cache.adopt();
            }
        } else {
            running.close();
        }
        RunningServers.delete(data);
    }

    @Test
    void kafkaCarriesRecordsOfATopicNobodyCreated() throws Exception {
        produce("greetings", "hello");
        assertThat(consumeOne("greetings")).isEqualTo("hello");
    }

    @Test
    void kafkaComesBackEmptyAfterItsDirectoryWasDeleted() throws Exception {
        Path directory = data.resolve("second/kafka");
        Launch launch = servers.kafka(FreePort.any(), directory, data.resolve("logs/second-kafka.log"));
        startAndKill(launch);
        RunningServers.delete(directory);
        startAndKill(launch);
        assertThat(directory.resolve("meta.properties")).exists();
    }

    @Test
    void mongoKeepsOneDocumentPerUniqueKeyAndUpdatesOnCondition() {
        try (var client = MongoClients.create(running.mongo())) {
            var jobs = client.getDatabase("test").getCollection("jobs");
            jobs.createIndex(new Document("key", 1), new com.mongodb.client.model.IndexOptions().unique(true));
            jobs.insertOne(new Document("_id", "a").append("key", 1).append("version", 1));
            assertThatThrownBy(() -> jobs.insertOne(new Document("_id", "b").append("key", 1)))
                    .hasMessageContaining("E11000");
            var update = new Document("$inc", new Document("version", 1));
            assertThat(jobs.updateOne(new Document("_id", "a").append("version", 1), update)
                            .getModifiedCount())
                    .isEqualTo(1);
            assertThat(jobs.updateOne(new Document("_id", "a").append("version", 1), update)
                            .getMatchedCount())
                    .isZero();
        }
    }

    @Test
    void mongoAnswersWhileWhatItAnswersIsChanged() throws Exception {
        try (var client = MongoClients.create(running.mongo() + "/?socketTimeoutMS=5000&retryReads=false")) {
            var jobs = client.getDatabase("test").getCollection("changing");
            for (int id = 0; id < 200; id++) jobs.insertOne(new Document("_id", id).append("open", true));
            var changing = new AtomicBoolean(true);
            var changes = Thread.startVirtualThread(() -> {
                for (int round = 0; changing.get(); round++) {
                    var change = new Document("field" + round % 40, round).append("nested.part" + round % 7, round);
                    jobs.updateOne(new Document("_id", round % 200), new Document("$set", change));
                    jobs.replaceOne(new Document("_id", (round + 9) % 200), new Document("open", true));
                }
            });
            for (int look = 0; look < 300; look++)
                assertThat(jobs.find(new Document("open", true)).into(new ArrayList<>()))
                        .hasSize(200);
            changing.set(false);
            changes.join();
        }
    }

    @Test
    void s3KeepsAnObjectInTheBucketThatIsThere() {
        try (var client = S3Client.builder()
                .endpointOverride(URI.create(running.s3()))
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(RunningServers.ACCESS_KEY, RunningServers.SECRET_KEY)))
                .build()) {
            client.putObject(r -> r.bucket(RunningServers.BUCKET).key("t/a.txt"), RequestBody.fromString("bytes"));
            assertThat(client.getObjectAsBytes(
                                    r -> r.bucket(RunningServers.BUCKET).key("t/a.txt"))
                            .asUtf8String())
                    .isEqualTo("bytes");
        }
        assertThat(Files.exists(data.resolve("s3/media/t/a.txt"))).isTrue();
    }

    @Test
    void aServerOnATakenPortSaysSoAndEnds() throws Exception {
        int taken = running.processes().get(2).launch().port();
        Launch launch = servers.mongo(taken, data.resolve("second/mongo.mv"), data.resolve("logs/second-mongo.log"));
        ChildProcess process = ChildProcess.start(launch);
        assertThat(process.awaitEnd(Duration.ofSeconds(20))).isTrue();
        assertThat(process.exitCode()).isNotZero();
        assertThat(process.lastLines(20)).anyMatch(line -> line.contains("port " + taken + " is taken"));
    }

    private static void startAndKill(Launch launch) throws Exception {
        ChildProcess process = ChildProcess.start(launch);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!ServerAnswers.isReady("kafka", launch.port())) {
            assertThat(process.isAlive() && System.nanoTime() < end)
                    .as(() -> "kafka starts")
                    .isTrue();
            Thread.onSpinWait();
        }
        process.handle().destroyForcibly();
        process.awaitEnd(Duration.ofSeconds(10));
    }

    private void produce(String topic, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", running.kafka());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value)).get(30, TimeUnit.SECONDS);
        }
    }

    private String consumeOne(String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", running.kafka(), "group.id", "it", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (System.nanoTime() < end) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    return message.value();
                }
            }
            return "nothing within 30 s";
        }
    }
}
