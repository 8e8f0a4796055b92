package dev.mediagen.image;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import java.nio.file.Path;
import java.util.Optional;

/// Somebody who can make pictures.
public interface ImageProvider extends MediaProvider {
    /// One call. May take minutes; stops soon after the thread is interrupted. It is not tried again here.
    ///
    /// @param source the picture to transform, null unless [dev.mediagen.contracts.ImageMode#TRANSFORM]: a
    /// `.png` or `.jpg` of the size asked for, without transparency, written by ourselves
    /// @throws ProviderException with the code that says whether another try makes sense
    Image generate(ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException;

    /// Whether an earlier try of the part has started, and paid for, what is still to come.
    default boolean underWay(PartContext context) {
        return false;
    }

    /// Goes on with what an earlier try has started. Pays nothing, and needs no source.
    ///
    /// @return empty when there is nothing to go on with
    /// @throws ProviderException as of [#generate]
    default Optional<Image> resume(ImageRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        return Optional.empty();
    }
}
