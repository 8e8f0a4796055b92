package dev.mediagen.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class AssetRepository implements PanacheMongoRepositoryBase<Asset, String> {
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
}
