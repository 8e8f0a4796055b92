package dev.mediagen.worker.inbox;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bson.Document;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What tries of a part wrote down for later tries, such as a provider's request id. Beside the inbox and not in it:
/// a note is written in the middle of a try, by whoever holds the part.
@ApplicationScoped
class Notes {
    private final MongoCollection<Document> notes;

    Notes(MongoClient client, @ConfigProperty(name = "quarkus.mongodb.database") String database, WorkerConfig config) {
        notes = client.getDatabase(database).getCollection(config.inbox() + "Notes");
    }

    Optional<String> find(String entryId) {
        return Optional.ofNullable(notes.find(new Document("_id", entryId)).first())
                .map(note -> note.getString("text"));
    }

    /// @param text null forgets the note
    void write(InboxEntry entry, String text) {
        var id = new Document("_id", entry.id());
        if (text == null) notes.deleteOne(id);
        else
            notes.replaceOne(
                    id,
                    new Document("_id", entry.id())
                            .append("text", text)
                            .append("expiresAt", Date.from(entry.expiresAt())),
                    new ReplaceOptions().upsert(true));
    }

    /// Forgets what belongs to parts whose deadline was before `deadline`.
    void forget(Instant deadline) {
        notes.deleteMany(new Document("expiresAt", new Document("$lt", Date.from(deadline))));
    }
}
