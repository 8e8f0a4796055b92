package dev.mediagen.worker.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import dev.mediagen.contracts.GenerationCancelled;
import dev.mediagen.contracts.Part;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What this worker owes: one document per (generationId, part). Once a request is here its Kafka record is
/// forgotten. Every change is one conditional update on (`_id`, `epoch`, `state`).
@ApplicationScoped
class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Document SWEPT_FIELDS =
            Document.parse("{generationId:1,part:1,state:1,open:1,epoch:1,owner:1,attempt:1,dueAt:1,expiresAt:1}");
    private final MongoCollection<InboxEntry> entries;

    Inbox(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database, WorkerConfig config) {
        entries = client.getDatabase(database).getCollection(config.inbox(), InboxEntry.class);
    }

    /// Indexes for a real MongoDB; the embedded one ignores them.
    void createIndexes() {
        entries.createIndex(new Document("open", 1), new IndexOptions().background(true));
        entries.createIndex(new Document("expiresAt", 1), new IndexOptions().background(true));
    }

    Optional<InboxEntry> find(String id) {
        return Optional.ofNullable(entries.find(new Document("_id", id)).first());
    }

    /// @return false when it was here before
    boolean add(InboxEntry entry) {
        try {
            entries.insertOne(entry);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /// Claims an entry as it was seen; nobody else can claim the same sight of it.
    Optional<InboxEntry> claim(InboxEntry seen, String owner) {
        return find(seen.id())
                .filter(e -> e.epoch() == seen.epoch() && e.state() == seen.state())
                .map(e -> e.claimedBy(owner))
                .filter(claimed -> replace(seen, claimed));
    }

    /// Writes the next state of an entry unless it has moved on since it was seen.
    boolean replace(InboxEntry seen, InboxEntry next) {
        var condition = new Document("_id", seen.id())
                .append("epoch", seen.epoch())
                .append("state", seen.state().name());
        return entries.replaceOne(condition, next).getModifiedCount() == 1;
    }

    /// What storage keeps is owed no longer; a part of somebody else's is not here.
    void done(String id) {
        entries.updateOne(
                new Document("_id", id).append("state", InboxState.COMPLETED.name()),
                new Document(
                        "$set", new Document("state", InboxState.DONE.name()).append("open", InboxState.DONE.open())));
    }

    /// Ends what is not made yet; a part whose request is still to come is remembered as ended.
    void cancel(GenerationCancelled cancelled) {
        var states = List.of(InboxState.QUEUED.name(), InboxState.RUNNING.name());
        var ended = new Document("state", InboxState.CANCELLED.name()).append("open", InboxState.CANCELLED.open());
        for (Part part : cancelled.parts()) {
            var entry = InboxEntry.cancelled(cancelled, part, Instant.now());
            var unmade = new Document("_id", entry.id()).append("state", new Document("$in", states));
            if (entries.updateOne(unmade, new Document("$set", ended)).getMatchedCount() == 0) add(entry);
        }
    }

    /// Whether a claim still stands: nobody took the part over, nobody cancelled it.
    boolean owned(InboxEntry claimed) {
        var mine = new Document("_id", claimed.id())
                .append("epoch", claimed.epoch())
                .append("state", InboxState.RUNNING.name());
        try {
            return entries.countDocuments(mine) == 1;
        } catch (MongoException e) {
            LOG.warnf("%s goes on, whether it is still wanted or not: %s", claimed.id(), e.getMessage());
            return true;
        }
    }

    /// Everything still to be done, without requests and completions.
    ///
    /// @param except whose running parts are left out: thousands of them are not read several times a second; or
    /// null
    List<InboxEntry> open(String except) {
        var wanted = new Document("open", true);
        if (except != null) wanted.append("owner", new Document("$ne", except));
        return entries.find(wanted).projection(SWEPT_FIELDS).into(new ArrayList<>());
    }

    /// Forgets what ended before `deadline`.
    void forget(Instant deadline) {
        entries.deleteMany(new Document("expiresAt", new Document("$lt", Date.from(deadline))));
    }
}
