package dev.mediagen.image;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import java.nio.file.Path;

/// Somebody who can make pictures.
public interface ImageProvider extends MediaProvider {
    /// One call. May take minutes; stops soon after the thread is interrupted. It is not tried again here.
    ///
    /// @param source the picture to transform, null unless [dev.mediagen.contracts.ImageMode#TRANSFORM]: a
    /// `.png` or `.jpg` of the size asked for, without transparency, written by ourselves
    /// @throws ProviderException with the code that says whether another try makes sense
    Image generate(ImageRequested request, Path source, PartContext context)
            throws ProviderException, InterruptedException;
}
