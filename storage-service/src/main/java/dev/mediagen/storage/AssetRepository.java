package dev.mediagen.storage;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashSet;
import java.util.Set;
import org.jboss.logging.Logger;

@ApplicationScoped
class AssetRepository implements PanacheMongoRepositoryBase<Asset, String> {
    private static final Logger LOG = Logger.getLogger(AssetRepository.class);
    private static final String KEY = "object.key";

    /// Only the sweep asks for keys. A database that is away now gets its index at the next start.
    void createIndex(@Observes StartupEvent event) {
        try {
            mongoCollection().createIndex(Indexes.ascending(KEY));
        } catch (MongoException e) {
            LOG.warnf("no index on %s: %s", KEY, e.getMessage());
        }
    }

    boolean isEmpty() {
        return mongoCollection().find().limit(1).first() == null;
    }

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
        return mongoCollection()
                .distinct(KEY, Filters.in(KEY, keys), String.class)
                .into(new HashSet<>());
    }
}
