package dev.mediagen.gateway.generations.start;

import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.assets.Assets;
import dev.mediagen.gateway.uploads.Uploads;
import dev.mediagen.worker.http.OutboundUrlPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/// The recordings and images that requests refer to. Unknown ones and somebody else's get the same answer.
@ApplicationScoped
class Sources {
    private static final String AUDIO = "audio/";
    private static final String IMAGE = "image/";
    private final Assets assets;
    private final Uploads uploads;
    private final OutboundUrlPolicy urls;

    Sources(Assets assets, Uploads uploads, OutboundUrlPolicy urls) {
        this.assets = assets;
        this.uploads = uploads;
        this.urls = urls;
    }

    /// @throws ProblemException 400 naming `field` unless it is an own finished upload
    StagedAsset recording(Caller caller, String field, String reference) {
        return uploads.find(caller, field, reference, AUDIO)
                .orElseThrow(
                        () -> ProblemException.invalid(field, "must be the s3Key or uploadId of an own audio upload"));
    }

    /// @throws ProblemException 400 naming `field` unless it is an own asset or finished upload
    StagedAsset audio(Caller caller, String field, String reference) {
        return own(caller, field, reference, AUDIO)
                .orElseThrow(() -> ProblemException.invalid(field, "must be the id of an own audio asset or upload"));
    }

    /// @return null for a public URL, which whoever fetches it must not trust
    /// @throws ProblemException 400 naming `field` for what is neither that nor an own asset or finished upload
    StagedAsset image(Caller caller, String field, String reference) {
        if (reference == null || reference.isBlank()) throw ProblemException.invalid(field, "must not be blank");
        if (reference.contains(":")) return publicUrl(field, reference.strip());
        return own(caller, field, reference, IMAGE)
                .orElseThrow(() -> ProblemException.invalid(
                        field, "must be a public https URL, or the id of an own image asset or upload"));
    }

    /// Only its form: whoever fetches it asks where the name leads.
    private StagedAsset publicUrl(String field, String url) {
        urls.check(url).ifPresent(why -> {
            throw ProblemException.invalid(field, "must be a public https URL: " + why);
        });
        return null;
    }

    private Optional<StagedAsset> own(Caller caller, String field, String reference, String family) {
        return assets.find(caller, reference)
                .map(Assets.Kept::object)
                .filter(object -> object.mediaType().startsWith(family))
                .map(Sources::claim)
                .or(() -> uploads.find(caller, field, reference, family));
    }

    private static StagedAsset claim(KeptObject kept) {
        return new StagedAsset(kept.key(), kept.mediaType(), kept.size(), kept.sha256());
    }
}
