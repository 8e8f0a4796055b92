package dev.mediagen.worker.cache;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.documents.Documents;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;

/// What the cache knows of one key.
record CacheEntry(Document document) {
    enum State {
        /// Somebody makes it.
        MAKING,
        /// It can be had.
        READY,
        /// It could not be made; told to those who waited for it, a miss for everybody else.
        FAILED
    }

    /// An entry of a replica that died is of no use after this.
    private static final Duration LONGEST_MAKING = Duration.ofDays(1);
    /// Enough for every waiting replica to look once.
    private static final Duration FAILURE_SHOWN = Duration.ofSeconds(30);

    static CacheEntry making(CacheKey key, String claim, String owner) {
        return entry(key, State.MAKING, claim, Instant.now(), LONGEST_MAKING, new Document("owner", owner));
    }

    static CacheEntry failed(CacheKey key, String claim, ProviderException e) {
        var failure = new Document("code", e.code().name())
                .append("message", e.getMessage())
                .append("provider", e.provider().orElse(null))
                .append(
                        "retryAfterMillis",
                        e.retryAfter().map(Duration::toMillis).orElse(null));
        return entry(key, State.FAILED, claim, Instant.now(), FAILURE_SHOWN, new Document("failure", failure));
    }

    static CacheEntry ready(CacheKey key, String claim, Instant createdAt, Duration ttl, Document content) {
        return entry(key, State.READY, claim, createdAt, ttl, content);
    }

    private static CacheEntry entry(
            CacheKey key, State state, String claim, Instant createdAt, Duration ttl, Document more) {
        var document = new Document("_id", key.hash())
                .append("cacheKey", key.hash())
                .append("state", state.name())
                .append("claim", claim)
                .append("tenant", key.tenant())
                .append("generationId", key.generationId());
        document.putAll(more);
        return new CacheEntry(
                document.append("createdAt", Date.from(createdAt)).append("expiresAt", Date.from(createdAt.plus(ttl))));
    }

    String id() {
        return document.getString("_id");
    }

    /// Names one making of this key; a later one has another.
    String claim() {
        return document.getString("claim");
    }

    /// Whose making it is.
    String generationId() {
        return document.getString("generationId");
    }

    String owner() {
        return document.getString("owner");
    }

    State state() {
        return State.valueOf(document.getString("state"));
    }

    boolean expired(Instant now) {
        return !document.getDate("expiresAt").toInstant().isAfter(now);
    }

    PartResult result() {
        return Documents.read(document.get("result", Document.class), PartResult.class);
    }

    /// The result as the answer to a request: nobody pays for it twice. To the request that it was made for, and that
    /// a crash kept from seeing it, it is as new.
    PartResult answer(CacheKey key) {
        boolean own = key.generationId().equals(generationId());
        var kept = Documents.read(withTexts(key), PartResult.class);
        return new PartResult(
                kept.staged(),
                kept.renditions(),
                kept.produced(),
                kept.provider(),
                kept.fallback(),
                !own,
                own && kept.chargeable(),
                kept.warnings(),
                kept.keepUnder());
    }

    /// The caller's own texts, where they were not kept.
    private Document withTexts(CacheKey key) {
        var result = new Document(document.get("result", Document.class));
        var produced = new TreeMap<>(result.get("produced", Map.<String, Object>of()));
        if (document.getBoolean("textsKept", true) || !key.parameters().containsKey("prompt")) return result;
        produced.put("prompt", key.parameters().get("prompt"));
        return result.append("produced", produced);
    }

    /// @param provider and delay as they were; the cost is the maker's
    ProviderException failure() {
        var failure = document.get("failure", Document.class);
        Long pause = failure.getLong("retryAfterMillis");
        var told = new ProviderException(
                FailureCode.valueOf(failure.getString("code")),
                failure.getString("message"),
                pause == null ? null : Duration.ofMillis(pause),
                null);
        return failure.getString("provider") == null ? told : told.by(failure.getString("provider"));
    }

    List<CachedObjects.Kept> objects() {
        return document.getList("objects", Document.class).stream()
                .map(object -> Documents.read(object, CachedObjects.Kept.class))
                .toList();
    }

    /// The bytes, where they are kept in the database, too.
    Optional<byte[]> binary() {
        return Stream.of("audioData", "imageData")
                .map(document::get)
                .filter(Binary.class::isInstance)
                .map(data -> ((Binary) data).getData())
                .findFirst();
    }
}
