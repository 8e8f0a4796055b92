package dev.mediagen.worker.inbox;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/// What tries of a part wrote down for later tries, such as a provider's request id. Beside the inbox and not in it:
/// a note is written in the middle of a try, by whoever holds the part. Epochs fence it: who lost the part cannot
/// replace what its successor wrote.
@ApplicationScoped
class Notes {
    private static final Logger LOG = Logger.getLogger(Notes.class);
    private final MongoCollection<Document> notes;

    Notes(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database, WorkerConfig config) {
        notes = client.getDatabase(database).getCollection(config.inbox() + "Notes");
    }

    Optional<String> find(String entryId) {
        return Optional.ofNullable(notes.find(new Document("_id", entryId)).first())
                .map(note -> note.getString("text"));
    }

    /// @param text null forgets the note
    /// @throws IllegalStateException when a text is refused because a later epoch has written
    void write(InboxEntry entry, String text) {
        // a forgotten note stays as one without text: its epoch still fences
        var note = new Document("_id", entry.id())
                .append("epoch", entry.epoch())
                .append("text", text)
                .append("expiresAt", Date.from(entry.expiresAt()));
        if (replaced(entry, note) || inserted(note) || replaced(entry, note)) return;
        if (text != null) throw new IllegalStateException(entry.id() + " was taken over");
        LOG.infof("%s was taken over; its note stays", entry.id());
    }

    private boolean replaced(InboxEntry entry, Document note) {
        var mine = new Document("_id", entry.id()).append("epoch", new Document("$lte", entry.epoch()));
        return notes.replaceOne(mine, note).getMatchedCount() == 1;
    }

    private boolean inserted(Document note) {
        try {
            notes.insertOne(note);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    /// Forgets what belongs to parts whose deadline was before `deadline`.
    void forget(Instant deadline) {
        notes.deleteMany(new Document("expiresAt", new Document("$lt", Date.from(deadline))));
    }
}
