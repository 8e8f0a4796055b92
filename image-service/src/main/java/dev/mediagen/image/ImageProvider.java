package dev.mediagen.image;

import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;

/// Makes one picture. Every vendor's folder holds one; CDI finds it.
public interface ImageProvider {
    /// Name as in configuration (`sandbox`).
    String name();

    /// What it can do now.
    ///
    /// @param order place in the configured fallback order, 0 first
    ProviderCapability capability(int order);

    /// @param source the picture to transform, null unless [dev.mediagen.contracts.ImageMode#TRANSFORM]
    /// @param workDir where the file may be written; deleted when the attempt ends
    /// @throws ProviderException with the code that says whether another try makes sense
    Image generate(ImageRequested request, Path source, Path workDir) throws ProviderException, InterruptedException;
}
