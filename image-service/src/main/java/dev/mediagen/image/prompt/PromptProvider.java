package dev.mediagen.image.prompt;

import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;

/// Somebody who can turn a headline into an image prompt.
public interface PromptProvider extends MediaProvider {
    /// One call. It is not tried again here.
    ///
    /// @param request its headline is not blank and its `maxLength` above 0
    /// @param mix the request's styles
    /// @throws ProviderException with the code that says whether another try makes sense
    Prompt write(PromptRequested request, StyleMix mix, PartContext context)
            throws ProviderException, InterruptedException;
}
