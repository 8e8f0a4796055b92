package dev.mediagen.storage;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Part;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Map;

/// What is kept of one part of one generation; its id is made of both, so that there can be only one.
@MongoEntity(collection = "assets")
record Asset(
        @JsonProperty("_id") String id,
        String generationId,
        Part part,
        String tenant,
        KeptObject object,
        Map<String, KeptObject> renditions,
        Instant storedAt,
        GenerationCompleted completion) {

    static String id(String generationId, Part part) {
        return generationId + "-" + part.json();
    }

    AssetStored stored() {
        return new AssetStored(generationId, part, tenant, id, object, renditions, storedAt, completion);
    }
}
