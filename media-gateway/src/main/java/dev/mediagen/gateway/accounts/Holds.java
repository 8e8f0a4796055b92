package dev.mediagen.gateway.accounts;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import dev.mediagen.contracts.Part;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is reserved and not settled yet, as far as the ledger knows.
@ApplicationScoped
public class Holds implements PanacheMongoRepositoryBase<Hold, String> {
    /// Follows the ledger.
    void follow(List<Movement> movements) {
        var byGeneration = movements.stream()
                .filter(m -> m.generationId() != null)
                .collect(Collectors.groupingBy(m -> m.generationId() + "/" + (m.type() == Movement.Type.RESERVE)));
        var reserved = byGeneration.values().stream()
                .filter(lines -> lines.getFirst().type() == Movement.Type.RESERVE)
                .map(Holds::hold)
                .toList();
        var settled = movements.stream()
                .filter(m -> m.type() == Movement.Type.CAPTURE || m.type() == Movement.Type.RELEASE)
                .map(Movement::generationId)
                .distinct()
                .toList();
        if (!reserved.isEmpty()) add(reserved);
        if (!settled.isEmpty()) mongoCollection().deleteMany(Filters.in("_id", settled));
    }

    private static Hold hold(List<Movement> lines) {
        var credits = new EnumMap<Part, Long>(Part.class);
        lines.forEach(line -> credits.put(line.part(), line.credits()));
        var first = lines.getFirst();
        return new Hold(
                first.generationId(), first.tenant(), first.user(), first.kind(), first.at(), Map.copyOf(credits));
    }

    private void add(List<Hold> holds) {
        try {
            mongoCollection().insertMany(holds, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean there = e.getWriteErrors().stream()
                    .allMatch(error -> ErrorCategory.fromErrorCode(error.getCode()) == ErrorCategory.DUPLICATE_KEY);
            if (!there) throw e;
        }
    }

    /// Those that nobody has settled for so long.
    public List<Hold> before(Instant time) {
        return mongoCollection().find(Filters.lt("since", Date.from(time))).into(new ArrayList<>());
    }

    public void forget(Hold hold) {
        deleteById(hold.id());
    }
}
