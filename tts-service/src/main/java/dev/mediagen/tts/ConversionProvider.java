package dev.mediagen.tts;

import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;
import java.nio.file.Path;

/// Somebody who can say a recording again with another voice.
public interface ConversionProvider extends MediaProvider {
    /// One call. May take minutes; stops soon after the thread is interrupted. It is not tried again here.
    ///
    /// @param source the recording, fetched and known to be audio; what lies at `request.source()` may have
    /// changed since
    /// @param voice resolved for this provider: `id` is the provider's own
    /// @throws ProviderException with the code that says whether another try makes sense
    Sound convert(ConversionRequested request, Path source, Voice voice, PartContext context)
            throws ProviderException, InterruptedException;
}
