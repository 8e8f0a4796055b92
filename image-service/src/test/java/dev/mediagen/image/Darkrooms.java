package dev.mediagen.image;

import dev.mediagen.worker.http.PublicFetch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/// Darkrooms as in production, without the internet.
final class Darkrooms {
    private Darkrooms() {}

    static Darkroom offline() {
        return at(new byte[0]);
    }

    /// Every URL leads to the same bytes.
    static Darkroom at(byte[] bytes) {
        return new Darkroom(new Web(bytes), new Limits(2, 10, 40_000_000));
    }

    record Limits(int atOnce, int megapixels, long mostSourcePixels) implements PictureConfig {}

    private static final class Web extends PublicFetch {
        private final byte[] bytes;

        Web(byte[] bytes) {
            super(null, null, null);
            this.bytes = bytes;
        }

        @Override
        public void fetch(URI url, String kind, Path target) {
            try {
                Files.write(target, bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
