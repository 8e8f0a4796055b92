package dev.mediagen.local;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bson.Document;

/// What the stores of a stack hold, read past all services.
final class Stores implements AutoCloseable {
    private static final List<String> PARTS_OF_A_STORY = List.of("alignment", "audio", "image");

    // held, since a logger nobody holds forgets its level
    private static final Logger DRIVER_LOG = Logger.getLogger("org.mongodb.driver");

    static {
        DRIVER_LOG.setLevel(Level.OFF);
    }

    private final MongoClient client;
    private final MongoDatabase database;
    private final Path objects;

    Stores(StackState state) {
        client = MongoClients.create(state.mongo());
        database = client.getDatabase("mediagen");
        objects = Path.of(state.data(), "s3", state.s3().bucket(), "t");
    }

    /// What is wrong with the assets of a completed story: exactly one of each part, each with its objects.
    List<String> violations(String generation) {
        var wrong = new ArrayList<String>();
        var parts = new TreeMap<String, Integer>();
        for (Document asset : database.getCollection("assets").find(new Document("generationId", generation))) {
            parts.merge(asset.getString("part"), 1, Integer::sum);
            for (String key : keys(asset)) {
                if (!Files.exists(objects.resolveSibling(key))) {
                    wrong.add("the object %s of asset %s is missing".formatted(key, asset.get("_id")));
                }
            }
        }
        if (!parts.keySet().equals(new TreeSet<>(PARTS_OF_A_STORY))
                || parts.values().stream().anyMatch(count -> count != 1)) {
            wrong.add(
                    "%s has the assets %s instead of one of each of %s".formatted(generation, parts, PARTS_OF_A_STORY));
        }
        return wrong;
    }

    /// Kept objects that belong to no asset.
    List<String> orphans() throws IOException {
        var known = new ArrayList<String>();
        database.getCollection("assets").find().forEach(asset -> known.addAll(keys(asset)));
        if (!Files.exists(objects)) {
            return List.of();
        }
        try (var files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> objects.getParent().relativize(file).toString())
                    .filter(key -> !known.contains(key))
                    .toList();
        }
    }

    private static List<String> keys(Document asset) {
        var keys = new ArrayList<String>();
        keys.add(asset.get("object", Document.class).getString("key"));
        Document renditions = asset.get("renditions", new Document());
        renditions.values().forEach(rendition -> keys.add(((Document) rendition).getString("key")));
        return keys;
    }

    /// How often each open part in a worker's inbox has been claimed.
    record Claim(long epoch, long pid) {}

    Map<String, Claim> claims(String inbox) {
        var claims = new HashMap<String, Claim>();
        for (Document entry : database.getCollection(inbox).find(new Document("open", true))) {
            if ("running".equalsIgnoreCase(entry.getString("state"))) {
                String owner = entry.getString("owner");
                long pid = Long.parseLong(owner.substring(0, owner.indexOf('-')));
                claims.put(entry.getString("_id"), new Claim(((Number) entry.get("epoch")).longValue(), pid));
            }
        }
        return claims;
    }

    @Override
    public void close() {
        client.close();
    }
}
