package dev.mediagen.storage;

import dev.mediagen.contracts.StagedAsset;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import software.amazon.awssdk.core.exception.SdkClientException;

/// Whether staged bytes are what their claim check says: read once from the store, and kept nowhere on the way.
@ApplicationScoped
class Verification {
    private static final int AT_ONCE = 64 * 1024;
    private final Bucket bucket;

    Verification(Bucket bucket) {
        this.bucket = bucket;
    }

    /// @throws NotKeptException when size, SHA-256 or first bytes differ
    void require(StagedAsset staged) throws NotKeptException {
        try (var body = bucket.open(staged.key())) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = body.readNBytes(AT_ONCE);
            var head = Arrays.copyOf(buffer, Math.min(buffer.length, MediaTypeCheck.LONGEST_SIGNATURE));
            if (digested(buffer, body, digest) != staged.size()) throw wrong("size differs", staged);
            if (!HexFormat.of().formatHex(digest.digest()).equals(staged.sha256())) throw wrong("hash differs", staged);
            if (!MediaTypeCheck.matches(head, staged.mediaType())) throw wrong("not " + staged.mediaType(), staged);
        } catch (IOException e) {
            throw SdkClientException.create("reading " + staged.key() + " broke off", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long digested(byte[] first, InputStream rest, MessageDigest digest) throws IOException {
        digest.update(first);
        long size = first.length;
        var buffer = new byte[AT_ONCE];
        for (int n; (n = rest.read(buffer)) > 0; size += n) digest.update(buffer, 0, n);
        return size;
    }

    private static NotKeptException wrong(String what, StagedAsset staged) {
        return new NotKeptException(what + ": " + staged.key());
    }
}
