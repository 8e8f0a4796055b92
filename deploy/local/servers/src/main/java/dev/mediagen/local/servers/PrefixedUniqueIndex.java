package dev.mediagen.local.servers;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.bson.Document;

/// Serves a query that names more fields than the index has keys; the collection matches the rest on the one
/// document found. Without it every conditional update (`{_id, version}`) scans the whole collection.
final class PrefixedUniqueIndex extends Index<Object> {
    private final Index<Object> index;

    PrefixedUniqueIndex(Index<Object> index, boolean sparse) {
        super(index.getName(), index.getKeys(), sparse);
        this.index = index;
    }

    @Override
    public boolean canHandle(Document query) {
        if (index.canHandle(query)) {
            return true;
        }
        Document ownKeys = ownKeys(query);
        return ownKeys.size() == keys().size()
                && ownKeys.values().stream().noneMatch(Document.class::isInstance)
                && index.canHandle(ownKeys);
    }

    @Override
    public Iterable<Object> getPositions(Document query) {
        return index.getPositions(index.canHandle(query) ? query : ownKeys(query));
    }

    private Document ownKeys(Document query) {
        var own = new Document();
        keys().stream().filter(query::containsKey).forEach(key -> own.put(key, query.get(key)));
        return own;
    }

    @Override
    public Object getPosition(Document document) {
        return index.getPosition(document);
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Object> collection) {
        index.checkAdd(document, collection);
    }

    @Override
    public void add(Document document, Object position, MongoCollection<Object> collection) {
        index.add(document, position, collection);
    }

    @Override
    public Object remove(Document document) {
        return index.remove(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
        index.checkUpdate(before, after, collection);
    }

    @Override
    public void updateInPlace(Document before, Document after, Object position, MongoCollection<Object> collection) {
        index.updateInPlace(before, after, position, collection);
    }

    @Override
    public long getCount() {
        return index.getCount();
    }

    @Override
    public long getDataSize() {
        return index.getDataSize();
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public void drop() {
        index.drop();
    }
}
