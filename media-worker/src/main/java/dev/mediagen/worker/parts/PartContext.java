package dev.mediagen.worker.parts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What a handler may use while it makes one part.
public interface PartContext {
    /// A directory of this attempt alone; deleted with everything in it when the attempt ends.
    Path workDir();

    /// Rises each time a worker claims the part.
    long epoch();

    /// The generation's deadline: after it, nothing is to be paid for any more.
    Instant expiresAt();

    /// Whether anybody still wants the part from this try; asked before each paid call. False once it was
    /// cancelled, or taken over by another replica.
    default boolean wanted() {
        return true;
    }

    /// What an earlier try of this part wrote down, on whichever replica.
    Optional<String> note();

    /// Writes down what must survive this replica, such as a provider's request id, before anything is waited for.
    /// Replaces what was noted; null forgets it. Whoever has lost the part replaces and forgets nothing.
    ///
    /// @throws IllegalStateException when the part was taken over: what was to be noted must not be begun
    void note(String note);

    /// Tells the caller that a call is tried again.
    ///
    /// @param provider whose call failed
    void retrying(String provider, FailureCode why);

    /// Tells the caller how far the part is; never falls.
    ///
    /// @param percent 0..100 of this part
    void progress(int percent, String message);

    /// Copies a file into the staging area. Tries until the object store takes it or the deadline passes, so that a
    /// paid result is not lost.
    StagedAsset stage(Path file, String extension, String mediaType) throws ProviderException, InterruptedException;

    /// Fetches an object of our bucket into [#workDir()] and checks its hash.
    ///
    /// @throws ProviderException STORAGE_UNAVAILABLE when it cannot be had, INVALID_REQUEST when it is not the
    /// object meant
    Path fetch(StagedAsset object) throws ProviderException, InterruptedException;

    /// The text itself, wherever it travels.
    String text(TextContent text) throws ProviderException, InterruptedException;
}
