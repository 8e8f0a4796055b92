package dev.mediagen.image;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.cache.CacheKey;
import dev.mediagen.worker.staging.StagingArea;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/// What shapes a picture: its request, who is asked first, and the bytes of the source wherever they lay. Without a
/// seed the first picture made is everybody's until it expires; who wants another asks for it with a seed of its own,
/// or without the cache.
final class ImageKey {
    private ImageKey() {}

    /// @param source the picture to transform, or null
    static CacheKey of(ImageRequested request, Path source, List<ImageProvider> candidates) {
        var first = first(candidates);
        var resolved = new HashMap<String, Object>();
        resolved.put("firstProvider", first.name());
        resolved.put("setup", first.setup());
        resolved.put("imageSize", "%dx%d".formatted(request.width(), request.height()));
        resolved.put("source", source == null ? null : StagingArea.sha256(source));
        resolved.put("sourceUrl", null);
        return CacheKey.of(request, resolved);
    }

    /// Who is asked first, once those are passed over that lack a setting.
    static ImageProvider first(List<ImageProvider> candidates) {
        return candidates.stream()
                .filter(provider -> provider.missing().isEmpty())
                .findFirst()
                .orElseGet(candidates::getFirst);
    }
}
