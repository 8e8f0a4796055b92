package dev.mediagen.worker.staging;

import dev.mediagen.contracts.StagedAsset;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.s3.S3Client;

/// The part of the bucket (`staging/`) through which bytes pass between services while messages carry claim checks.
/// Calls block: use virtual threads. They throw [software.amazon.awssdk.core.exception.SdkException] when the store
/// fails.
@ApplicationScoped
public class StagingArea {
    /// Everything below it is temporary.
    public static final String PREFIX = "staging/";

    private final S3Client s3;
    private final String bucket;

    StagingArea(S3Client s3, @ConfigProperty(name = "media.bucket") String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /// @param name key below the staging prefix
    public StagedAsset put(String name, Path file, String mediaType) {
        try {
            var asset = new StagedAsset(PREFIX + name, mediaType, Files.size(file), sha256(file));
            s3.putObject(b -> b.bucket(bucket).key(asset.key()).contentType(mediaType), RequestBody.fromFile(file));
            return asset;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Copies an object of our bucket to a file that does not exist yet.
    ///
    /// @throws HashMismatchException when the object is not the one the claim check was given for
    public void fetch(StagedAsset asset, Path target) throws HashMismatchException {
        s3.getObject(b -> b.bucket(bucket).key(asset.key()), ResponseTransformer.toFile(target));
        if (!sha256(target).equals(asset.sha256())) throw new HashMismatchException(asset.key());
    }

    /// Lower-case hex digest of a file.
    public static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[64 * 1024];
            for (int n; (n = in.read(buffer)) > 0; ) digest.update(buffer, 0, n);
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
