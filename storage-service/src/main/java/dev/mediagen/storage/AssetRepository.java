package dev.mediagen.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;

@ApplicationScoped
class AssetRepository implements PanacheMongoRepositoryBase<Asset, String> {
    private static final String KEY = "object.key";

    /// @return false when the part has an asset already
    boolean add(Asset asset) {
        try {
            persist(asset);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /// Those of these keys that are an asset's own object.
    Set<String> named(Set<String> keys) {
        // for this question alone; it exists already but for the first time
        mongoCollection().createIndex(Indexes.ascending(KEY));
        return mongoCollection()
                .distinct(KEY, Filters.in(KEY, keys), String.class)
                .into(new HashSet<>());
    }
}
