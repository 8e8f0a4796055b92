package dev.mediagen.local;

import dev.mediagen.local.servers.Launch;
import dev.mediagen.local.servers.LocalServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Where Kafka, MongoDB and S3 are, started here or given from outside.
///
/// @param launches those to start here
record Backends(String kafka, String mongo, S3 s3, List<Launch> launches) {
    private static final String BUCKET = "media";
    private static final String REGION = "us-east-1";

    /// @param publicEndpoint the host that presigned URLs name
    record S3(
            String endpoint, String publicEndpoint, String bucket, String region, String accessKey, String secretKey) {}

    static Backends choose(
            Environment environment, LocalServers servers, DataDirectory data, Ports ports, Credentials credentials)
            throws IOException {
        var launches = new ArrayList<Launch>();
        Optional<String> kafka = environment.get("KAFKA_BOOTSTRAP_SERVERS");
        if (kafka.isEmpty()) {
            launches.add(servers.kafka(ports.of("kafka"), data.path().resolve("kafka"), data.log("kafka")));
            kafka = Optional.of("127.0.0.1:" + launches.getLast().port());
        }
        Optional<String> mongo = environment.get("MONGODB_URI");
        if (mongo.isEmpty()) {
            Path file = data.path().resolve("mongo/mongo.mv");
            launches.add(servers.mongo(ports.of("mongo"), file, data.log("mongo")));
            mongo = Optional.of("mongodb://127.0.0.1:" + launches.getLast().port());
        }
        S3 s3 = environment.get("S3_ENDPOINT").isPresent()
                ? outside(environment)
                : embedded(servers, data, ports, credentials, launches);
        return new Backends(kafka.orElseThrow(), mongo.orElseThrow(), s3, List.copyOf(launches));
    }

    private static S3 outside(Environment environment) {
        String endpoint = environment.get("S3_ENDPOINT").orElseThrow();
        return new S3(
                endpoint,
                environment.get("S3_PUBLIC_ENDPOINT").orElse(endpoint),
                environment.get("S3_BUCKET").orElse(BUCKET),
                environment.get("S3_REGION").orElse(REGION),
                required(environment, "AWS_ACCESS_KEY_ID"),
                required(environment, "AWS_SECRET_ACCESS_KEY"));
    }

    private static String required(Environment environment, String name) {
        return environment
                .get(name)
                .orElseThrow(() -> new StackError("S3_ENDPOINT is set, so " + name + " must be set, too"));
    }

    private static S3 embedded(
            LocalServers servers, DataDirectory data, Ports ports, Credentials credentials, List<Launch> launches)
            throws IOException {
        Path directory = data.path().resolve("s3");
        Files.createDirectories(directory.resolve(BUCKET));
        launches.add(servers.s3(
                ports.of("s3"), directory, credentials.s3AccessKey(), credentials.s3SecretKey(), data.log("s3")));
        String endpoint = "http://127.0.0.1:" + launches.getLast().port();
        return new S3(endpoint, endpoint, BUCKET, REGION, credentials.s3AccessKey(), credentials.s3SecretKey());
    }

    /// How every service finds them.
    Map<String, String> environment() {
        var environment = new TreeMap<String, String>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka);
        environment.put("MONGODB_URI", mongo);
        environment.put("S3_ENDPOINT", s3.endpoint());
        environment.put("S3_PUBLIC_ENDPOINT", s3.publicEndpoint());
        environment.put("S3_BUCKET", s3.bucket());
        environment.put("S3_REGION", s3.region());
        environment.put("AWS_ACCESS_KEY_ID", s3.accessKey());
        environment.put("AWS_SECRET_ACCESS_KEY", s3.secretKey());
        return environment;
    }
}
