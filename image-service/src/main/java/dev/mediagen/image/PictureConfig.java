package dev.mediagen.image;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// What reading and writing pictures may take of this machine.
@ConfigMapping(prefix = "media.pictures")
interface PictureConfig {
    /// Pictures in work at the same time; each takes a processor.
    @WithDefault("2")
    int atOnce();

    /// Millions of pixels in work at the same time, each some 12 MB of heap. What takes more is worked on alone, and
    /// what would take more than that as soon as it is decoded is refused: small files may unfold to gigabytes.
    @WithDefault("10")
    int megapixels();

    /// Source pictures of more pixels are refused.
    @WithDefault("40000000")
    long mostSourcePixels();
}
