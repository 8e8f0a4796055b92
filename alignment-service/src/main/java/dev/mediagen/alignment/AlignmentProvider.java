package dev.mediagen.alignment;

import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.MediaProvider;

/// Somebody who finds the times of a text in a recording that came without usable ones.
public interface AlignmentProvider extends MediaProvider {
    /// One call. May take minutes; stops soon after the thread is interrupted. It is not tried again here.
    ///
    /// @return times of every cluster of the text; how good they are stands in their confidence
    /// @throws ProviderException with the code that says whether another try makes sense
    TimedClusters align(Narration narration, PartContext context, AudioAligner.Listener listener)
            throws ProviderException, InterruptedException;
}
