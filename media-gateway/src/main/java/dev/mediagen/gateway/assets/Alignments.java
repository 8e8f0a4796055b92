package dev.mediagen.gateway.assets;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.KeptObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;

/// Kept timings. They never change, so the latest read stay in memory.
@ApplicationScoped
public class Alignments {
    private static final int MOST_CHARACTERS = 100_000;
    private final Delivery delivery;
    private final Cache<String, Alignment> latest = Caffeine.newBuilder()
            .maximumWeight(MOST_CHARACTERS)
            .weigher((String key, Alignment alignment) -> characters(alignment))
            .build();

    Alignments(Delivery delivery) {
        this.delivery = delivery;
    }

    public Alignment read(KeptObject object) {
        return latest.get(object.key(), key -> load(object));
    }

    private static int characters(Alignment alignment) {
        var spoken = alignment.spoken();
        return 1
                + alignment.text().length()
                + (spoken == null ? 0 : spoken.text().length());
    }

    private Alignment load(KeptObject object) {
        try (var in = delivery.open(object, null)) {
            return ContractJson.mapper().readValue(in, Alignment.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
