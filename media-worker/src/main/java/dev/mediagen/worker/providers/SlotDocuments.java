package dev.mediagen.worker.providers;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;

/// One document per account: who has how many of its slots. Written by compare and set on `version`, so the shares
/// never add up to more than the limit. A replica that has not renewed for a lease of the watcher's own clock has
/// lost its share; no wall clock is trusted.
final class SlotDocuments {
    private static final long LEASE_NANOS = 3_000_000_000L;
    private final MongoCollection<Document> ledger;
    private final String self = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final Map<String, Sight> seen = new HashMap<>();
    private final Map<String, Long> renewals = new HashMap<>();
    private volatile long renewedAt = System.nanoTime();

    private record Sight(long renewals, long since) {}

    SlotDocuments(MongoCollection<Document> ledger) {
        this.ledger = ledger;
    }

    /// Whether this replica stands in the account's document.
    synchronized boolean knows(String account) {
        return renewals.containsKey(account);
    }

    /// Who holds nothing cannot lose it.
    void nothingHeld() {
        renewedAt = System.nanoTime();
    }

    /// Whether others may have given this replica up.
    boolean stale() {
        return System.nanoTime() - renewedAt > LEASE_NANOS / 2;
    }

    /// Writes what this replica needs, and takes what it may have.
    ///
    /// @param configured slots of the account
    /// @param told what the provider itself said, or null
    synchronized void renew(String account, int configured, Integer told, AccountSlots slots) {
        lookAfresh();
        for (int tries = 0; tries < 10; tries++) {
            if (renewOnce(account, configured, told, slots)) {
                renewedAt = System.nanoTime();
                return;
            }
        }
    }

    /// Forgets this replica.
    synchronized void leave(String account) {
        var change = new Document("$unset", new Document("replicas." + self, ""))
                .append("$inc", new Document("version", 1L));
        ledger.updateOne(new Document("_id", account), change);
        renewals.remove(account);
    }

    /// After a pause of its own nobody is judged by what could not be seen meanwhile.
    private void lookAfresh() {
        long now = System.nanoTime();
        if (now - renewedAt > LEASE_NANOS / 2) seen.replaceAll((replica, sight) -> new Sight(sight.renewals(), now));
    }

    private boolean renewOnce(String account, int configured, Integer told, AccountSlots slots) {
        var found = ledger.find(new Document("_id", account)).first();
        var document = found == null ? new Document("_id", account).append("replicas", new Document()) : found;
        long version = found == null ? 0 : ((Number) found.get("version")).longValue();
        var replicas = document.get("replicas", Document.class);
        if (replicas.isEmpty()) document.remove("limit");
        // the smallest that was said: a provider may count its models apart
        if (told != null) document.put("limit", Math.min(told, document.getInteger("limit", told)));
        int limit = document.getInteger("limit", configured);
        replicas.keySet().removeIf(replica -> !replica.equals(self) && lost(account, replica, replicas));

        int wanted = slots.wanted();
        var claims = new ArrayList<SlotShares.Claim>();
        replicas.forEach((replica, claim) -> {
            if (!replica.equals(self)) claims.add(claim(replica, (Document) claim));
        });
        int others = claims.stream().mapToInt(SlotShares.Claim::held).sum();
        long fed = replicas.containsKey(self) ? fed(replicas.get(self, Document.class)) : 0;
        claims.add(new SlotShares.Claim(self, slots.held(), wanted, fed));
        int share = SlotShares.divide(limit, claims).get(self);
        int held = Math.min(Math.max(share, slots.used()), Math.max(slots.held(), limit - others));

        // given away before it is written, taken only once it is
        if (held < slots.held()) held = shrink(slots, held, share);
        if (held == 0 && wanted == 0) {
            replicas.remove(self);
            renewals.remove(account);
        } else {
            long renewal = renewals.merge(account, 1L, Long::sum);
            replicas.put(
                    self,
                    new Document("held", held)
                            .append("wanted", wanted)
                            .append("renewals", renewal)
                            .append("fed", slots.held() == 0 && held > 0 ? version + 1 : fed));
        }
        if (!write(document.append("version", version + 1), version, found == null)) return false;
        slots.grant(held, share);
        return true;
    }

    /// Nothing may start between the decision to give slots back and the write of it.
    private static int shrink(AccountSlots slots, int held, int share) {
        slots.grant(slots.held(), Math.min(share, held));
        int kept = Math.max(held, slots.used());
        slots.grant(kept, Math.min(share, kept));
        return kept;
    }

    private boolean write(Document document, long version, boolean isNew) {
        if (!isNew) {
            var condition = new Document("_id", document.get("_id")).append("version", version);
            return ledger.replaceOne(condition, document).getModifiedCount() == 1;
        }
        try {
            ledger.insertOne(document);
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) return false;
            throw e;
        }
    }

    private static SlotShares.Claim claim(String replica, Document claim) {
        return new SlotShares.Claim(replica, claim.getInteger("held"), claim.getInteger("wanted"), fed(claim));
    }

    private static long fed(Document claim) {
        return ((Number) claim.get("fed")).longValue();
    }

    private boolean lost(String account, String replica, Document replicas) {
        long now = System.nanoTime();
        long renewal = ((Number) replicas.get(replica, Document.class).get("renewals")).longValue();
        var sight = seen.merge(
                account + "/" + replica,
                new Sight(renewal, now),
                (before, fresh) -> before.renewals() == fresh.renewals() ? before : fresh);
        return now - sight.since() > LEASE_NANOS;
    }
}
