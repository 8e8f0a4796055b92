package dev.mediagen.gateway.assets;

import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generations;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// Kept assets as their owners see them. What is known of an asset stands in its generation.
@ApplicationScoped
public class Assets {
    /// How a generationId reads: what comes before the part in an asset id.
    private static final int GENERATION_ID_LENGTH = 36;

    private final Generations generations;

    Assets(Generations generations) {
        this.generations = generations;
    }

    public record Kept(String assetId, String generationId, KeptObject object, Instant storedAt) {
        static Kept of(AssetStored stored) {
            return new Kept(stored.assetId(), stored.generationId(), stored.object(), stored.storedAt());
        }
    }

    /// Empty for an unknown one and for somebody else's.
    public Optional<Kept> find(Caller caller, String assetId) {
        if (assetId.length() <= GENERATION_ID_LENGTH) return Optional.empty();
        try {
            return generations.find(caller, assetId.substring(0, GENERATION_ID_LENGTH)).parts().values().stream()
                    .map(part -> part.stored())
                    .filter(Objects::nonNull)
                    .filter(stored -> stored.assetId().equals(assetId))
                    .findFirst()
                    .map(Kept::of);
        } catch (ProblemException unknown) {
            return Optional.empty();
        }
    }
}
