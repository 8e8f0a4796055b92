package dev.mediagen.gateway.accounts;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.time.Instant;

/// One line of the ledger. The amounts of all movements of a user sum to the balance.
///
/// @param id made of what it is about, so that what is recorded twice is there once
/// @param generationId null for a grant
/// @param part null for a grant
/// @param amount credits by which the balance changed
/// @param credits it is about; a capture changes no balance: its credits left it when they were reserved
@MongoEntity(collection = "ledger")
record Movement(
        @JsonProperty("_id") String id,
        String tenant,
        String user,
        Type type,
        Kind kind,
        String generationId,
        Part part,
        long amount,
        long credits,
        Instant at) {
    enum Type {
        GRANT,
        RESERVE,
        CAPTURE,
        RELEASE;

        @JsonValue
        String json() {
            return name().toLowerCase();
        }
    }
}
