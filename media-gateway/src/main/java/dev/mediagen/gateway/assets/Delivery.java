package dev.mediagen.gateway.assets;

import dev.mediagen.contracts.KeptObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/// Ways to the bytes: presigned URLs (pure computation, made afresh at every read) and streams through this gateway.
@ApplicationScoped
public class Delivery {
    /// How long a presigned URL is good (the documents' hour).
    public static final Duration VALID = Duration.ofSeconds(3600);

    private static final List<String> SET_BY_CLIENTS = List.of("Host", "Content-Length");
    private final S3Client s3;
    private final S3Presigner presigner;
    private final String bucket;

    Delivery(
            S3Client s3,
            @ConfigProperty(name = "media.bucket") String bucket,
            @ConfigProperty(name = "media.delivery.endpoint") Optional<URI> endpoint) {
        this.s3 = s3;
        this.bucket = bucket;
        var settings = s3.serviceClientConfiguration();
        var builder = S3Presigner.builder()
                .region(settings.region())
                .credentialsProvider((AwsCredentialsProvider) settings.credentialsProvider())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build());
        endpoint.ifPresent(builder::endpointOverride);
        this.presigner = builder.build();
    }

    @PreDestroy
    void close() {
        presigner.close();
    }

    /// A URL that reads this one object for an hour. What the answer is called and how it is shown is signed with it.
    public String url(KeptObject object) {
        return presigner
                .presignGetObject(p -> p.signatureDuration(VALID).getObjectRequest(g -> g.bucket(bucket)
                        .key(object.key())
                        .responseContentType(object.mediaType())
                        .responseContentDisposition(attachment(object.key()))))
                .url()
                .toString();
    }

    /// Players and pictures in a page ignore it; a browser that opens the URL itself shows nothing from our store.
    private static String attachment(String key) {
        String name = key.substring(key.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_");
        return "attachment; filename=\"%s\"".formatted(name);
    }

    /// Where one object of one type and length may be put.
    ///
    /// @param headers signed with it; those that every HTTP client sets itself are left out
    public record Put(String url, Map<String, String> headers, Instant expiresAt) {}

    /// A URL that writes this one object, and nothing of another type or length.
    ///
    /// @param size bytes
    public Put put(String key, String mediaType, long size, Duration valid) {
        var signed = presigner.presignPutObject(p -> p.signatureDuration(valid)
                .putObjectRequest(
                        o -> o.bucket(bucket).key(key).contentType(mediaType).contentLength(size)));
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        signed.signedHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        SET_BY_CLIENTS.forEach(headers::remove);
        // browsers and people look for it in this spelling
        headers.remove("Content-Type");
        headers.put("Content-Type", mediaType);
        return new Put(signed.url().toString(), headers, signed.expiration());
    }

    /// @param range an HTTP byte range, or null for all
    /// @throws software.amazon.awssdk.core.exception.SdkException when the store fails
    public ResponseInputStream<GetObjectResponse> open(KeptObject object, String range) {
        return s3.getObject(g -> g.bucket(bucket).key(object.key()).range(range));
    }
}
