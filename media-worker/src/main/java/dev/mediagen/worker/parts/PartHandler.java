package dev.mediagen.worker.parts;

import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.contracts.ProviderCapability;
import java.util.List;

/// What a worker does for one kind of request. Everything else about being a worker (recording, claiming, renewing,
/// taking over, publishing) is around it.
///
/// @param <R> the request it serves
public interface PartHandler<R extends PartRequest> {
    Class<R> requestType();

    /// The part that all its requests ask for.
    Part part();

    /// What its providers can do now, in fallback order; announced at start and every 30 s.
    List<ProviderCapability> capabilities();

    /// Makes the part. Runs on a virtual thread and may take minutes.
    ///
    /// @throws ProviderException with the code that says whether another try makes sense
    PartResult make(R request, PartContext context) throws ProviderException, InterruptedException;
}
