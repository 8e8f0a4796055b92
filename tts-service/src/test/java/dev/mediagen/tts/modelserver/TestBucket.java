package dev.mediagen.tts.modelserver;

import dev.mediagen.local.servers.ChildProcess;
import dev.mediagen.local.servers.FreePort;
import dev.mediagen.local.servers.LocalServers;
import dev.mediagen.local.servers.RunningServers;
import dev.mediagen.local.servers.ServerAnswers;
import dev.mediagen.worker.http.Outbound;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/// A real bucket, started once for all tests of the model servers.
public final class TestBucket {
    public static final URI ENDPOINT = start();
    private static final String NAME = "media";
    private static final Vertx VERTX = Vertx.vertx();
    private static final S3Client S3 = client(ENDPOINT);

    private TestBucket() {}

    /// The code under test, with this bucket.
    public static ModelServer server() {
        return server(ENDPOINT);
    }

    static ModelServer server(URI store) {
        return server(store, store.equals(ENDPOINT) ? S3 : client(store));
    }

    private static ModelServer server(URI store, S3Client s3) {
        return new ModelServer(new Outbound(VERTX), new SharedBucket(s3, NAME, Optional.of(store)));
    }

    /// The store refuses as many calls, then answers.
    ///
    /// @param status 403, or any of a store in trouble
    static ModelServer serverOfAStoreThatRefuses(int calls, int status) {
        var left = new AtomicInteger(calls);
        var s3 = (S3Client) Proxy.newProxyInstance(
                TestBucket.class.getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (left.getAndDecrement() > 0)
                        throw S3Exception.builder()
                                .statusCode(status)
                                .message("refused")
                                .build();
                    return answer(method, arguments);
                });
        return server(ENDPOINT, s3);
    }

    private static Object answer(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(S3, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public static void put(String key, byte[] bytes) {
        put(key, bytes, null);
    }

    static void put(String key, byte[] bytes, String cacheControl) {
        var request = PutObjectRequest.builder().bucket(NAME).key(key).cacheControl(cacheControl);
        S3.putObject(request.build(), RequestBody.fromBytes(bytes));
    }

    public static List<String> keys(String prefix) {
        return S3.listObjectsV2(b -> b.bucket(NAME).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    private static S3Client client(URI endpoint) {
        var credentials = AwsBasicCredentials.create(RunningServers.ACCESS_KEY, RunningServers.SECRET_KEY);
        return S3Client.builder()
                .endpointOverride(endpoint)
                .forcePathStyle(true)
                .region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }

    private static URI start() {
        try {
            var data = Files.createTempDirectory("mediagen-test-bucket-");
            Files.createDirectories(data.resolve("s3").resolve(NAME));
            int port = FreePort.any();
            var launch = LocalServers.fromSystemProperty()
                    .s3(
                            port,
                            data.resolve("s3"),
                            RunningServers.ACCESS_KEY,
                            RunningServers.SECRET_KEY,
                            data.resolve("s3.log"));
            var process = ChildProcess.start(launch);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process, data)));
            Awaitility.await()
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> ServerAnswers.isReady("s3", port));
            return URI.create("http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void end(ChildProcess process, Path data) {
        process.handle().destroyForcibly();
        try {
            RunningServers.delete(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
