package dev.mediagen.gateway.uploads;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/// What callers have put into the bucket. Calls throw [software.amazon.awssdk.core.exception.SdkException] when the
/// store fails.
@ApplicationScoped
class UploadedObjects {
    private final S3Client s3;
    private final String bucket;

    UploadedObjects(S3Client s3, @ConfigProperty(name = "media.bucket") String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// What came of looking at an object.
    sealed interface Look permits Missing, Unfit, Fit {}

    record Missing() implements Look {}

    /// @param why for people
    /// @param etag of what was looked at
    record Unfit(String why, String etag) implements Look {}

    /// @param etag of what was looked at
    record Fit(String sha256, String etag) implements Look {}

    /// Reads all of it once: length and type as announced, the bytes begin like that type.
    Look look(Upload upload) {
        try (var in = s3.getObject(b -> b.bucket(bucket).key(upload.key()))) {
            String why = unlike(upload, in.response());
            if (why == null) return content(upload.contentType(), in);
            in.abort();
            return new Unfit(why, in.response().eTag());
        } catch (NoSuchKeyException e) {
            return new Missing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether these very bytes are there; asks for no bytes.
    boolean still(Upload upload, String etag) {
        try {
            return s3.headObject(b -> b.bucket(bucket).key(upload.key())).eTag().equals(etag);
        } catch (NoSuchKeyException e) {
            return false;
        }
    }

    /// Nothing else that came there meanwhile.
    void delete(Upload upload, String etag) {
        if (still(upload, etag)) s3.deleteObject(b -> b.bucket(bucket).key(upload.key()));
    }

    private static String unlike(Upload upload, GetObjectResponse object) {
        if (object.contentLength() != upload.size())
            return "has %d bytes instead of the announced %d".formatted(object.contentLength(), upload.size());
        if (!upload.contentType().mediaType().equals(object.contentType()))
            return "was uploaded with another type than the announced " + upload.contentType();
        return null;
    }

    private static Look content(UploadType type, ResponseInputStream<GetObjectResponse> in) throws IOException {
        byte[] head = in.readNBytes(UploadType.HEAD);
        String etag = in.response().eTag();
        if (type.begins(head)) return new Fit(digest(head, in), etag);
        in.abort();
        return new Unfit("does not have the content of " + type, etag);
    }

    private static String digest(byte[] head, InputStream rest) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(head);
            var buffer = new byte[64 * 1024];
            for (int n; (n = rest.read(buffer)) > 0; ) digest.update(buffer, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
