package dev.mediagen.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;
import java.util.Map;

/// Credits that were reserved for one generation, until it is settled; for the sweep, which looks after those that
/// nobody settles. The ledger is the truth.
///
/// @param id the generationId
@MongoEntity(collection = "holds")
public record Hold(
        @JsonProperty("_id") String id, String tenant, String user, Kind kind, Instant since, Map<Part, Long> credits) {
    public Caller caller() {
        return new Caller(tenant, user);
    }
}
