package dev.mediagen.gateway.uploads;

import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.uploads.UploadedObjects.Fit;
import dev.mediagen.gateway.uploads.UploadedObjects.Missing;
import dev.mediagen.gateway.uploads.UploadedObjects.Unfit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

/// Files that callers put into our bucket themselves. What they put there is looked at when it is first referred to,
/// and again when it is no longer the same.
@ApplicationScoped
public class Uploads {
    private final UploadStore store;
    private final UploadedObjects objects;
    private final UploadLooks looks;
    private final UploadQuota quota;

    Uploads(UploadStore store, UploadedObjects objects, UploadLooks looks, UploadQuota quota) {
        this.store = store;
        this.objects = objects;
        this.looks = looks;
        this.quota = quota;
    }

    /// Records what is going to be put there, before anything is signed.
    ///
    /// @throws ProblemException 429 when the caller has too many or too large ones
    Upload announced(Caller caller, UploadType type, long size) {
        quota.check(store.open(caller, Instant.now()), size);
        var upload = Upload.of(caller, type, size, Instant.now());
        store.persist(upload);
        return upload;
    }

    /// A finished upload, fit to be worked on.
    ///
    /// @param field the field that refers to it
    /// @param reference its id or its key
    /// @param family `audio/` or `image/`
    /// @return empty for an unknown one, for somebody else's and for another family
    /// @throws ProblemException 400 naming `field` when it is not there yet, expired, or not what was announced
    public Optional<StagedAsset> find(Caller caller, String field, String reference, String family) {
        return store.find(caller, reference.strip())
                .filter(upload -> upload.contentType().mediaType().startsWith(family))
                .map(upload -> finished(field, upload));
    }

    private StagedAsset finished(String field, Upload upload) {
        if (upload.expiresAt().isBefore(Instant.now())) throw ProblemException.invalid(field, "has expired");
        if (upload.sha256() != null && objects.still(upload, upload.etag())) return upload.claim(upload.sha256());
        return switch (looks.at(upload)) {
            case Missing() -> throw ProblemException.invalid(field, "has not been uploaded yet");
            case Unfit(String why, String etag) -> {
                objects.delete(upload, etag);
                throw ProblemException.invalid(field, why);
            }
            case Fit fit -> {
                store.remember(upload, fit);
                yield upload.claim(fit.sha256());
            }
        };
    }
}
