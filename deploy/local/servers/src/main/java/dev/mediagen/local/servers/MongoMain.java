package dev.mediagen.local.servers;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.h2.mvstore.MVStore;

/// A server that speaks MongoDB's wire protocol over one file: `MongoMain <file> <port>`.
///
/// Single-document semantics only: no transactions, change streams, pipeline updates or expiring indexes. What was
/// written within [#COMMIT_DELAY_MS] of a kill -9 may be lost.
final class MongoMain {
    private static final int COMMIT_DELAY_MS = 50;
    private static final int COMMIT_BUFFER_KB = 1024;

    private MongoMain() {}

    public static void main(String[] args) throws Exception {
        ParentWatch.start();
        Path file = Path.of(args[0]).toAbsolutePath();
        int port = Integer.parseInt(args[1]);
        FreePort.require("mongo", port);
        Files.createDirectories(file.getParent());
        var store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitBufferSize(COMMIT_BUFFER_KB)
                .open();
        store.setAutoCommitDelay(COMMIT_DELAY_MS);
        var server = new MongoServer(new Backend(store));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "mongo-shutdown"));
        server.bind("127.0.0.1", port);
    }

    private static final class Backend extends H2Backend {
        Backend(MVStore store) {
            super(store);
        }

        @Override
        protected MongoDatabase openOrCreateDatabase(String name) {
            return new Database(name, getMvStore(), getCursorRegistry());
        }
    }

    private static final class Database extends H2Database {
        private final MVStore store;
        private final CursorRegistry cursors;

        Database(String name, MVStore store, CursorRegistry cursors) {
            // needed by what the constructor above calls
            this.store = store;
            this.cursors = cursors;
            super(name, store, cursors);
            initializeNamespacesAndIndexes();
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String collection, CollectionOptions options) {
            String name = getFullCollectionNamespace(collection);
            return new CopyingCollection(
                    this,
                    collection,
                    options,
                    store.openMap("databases." + name),
                    store.openMap("meta." + name),
                    cursors);
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String index, List<IndexKey> keys, boolean sparse) {
            return new PrefixedUniqueIndex(super.openOrCreateUniqueIndex(collection, index, keys, sparse), sparse);
        }
    }
}
