package dev.mediagen.gateway.webhooks;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.RequestDigest;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// All webhooks of a user, in one document: found by its id at every end of a generation.
@MongoEntity(collection = "webhooks")
record UserWebhooks(@JsonProperty("_id") String id, long version, String tenant, String user, List<Webhook> webhooks) {

    static String id(Caller caller) {
        return RequestDigest.of(caller.tenant(), caller.user());
    }

    static UserWebhooks none(Caller caller) {
        return new UserWebhooks(id(caller), 0, caller.tenant(), caller.user(), List.of());
    }

    Optional<Webhook> find(String webhookId) {
        return webhooks.stream().filter(hook -> hook.id().equals(webhookId)).findFirst();
    }

    UserWebhooks with(Webhook added) {
        var all = new ArrayList<>(webhooks);
        all.add(added);
        return next(all);
    }

    UserWebhooks without(String webhookId) {
        return next(
                webhooks.stream().filter(hook -> !hook.id().equals(webhookId)).toList());
    }

    /// @return itself when nothing changes
    UserWebhooks changed(String webhookId, UnaryOperator<Webhook> change) {
        var all = webhooks.stream()
                .map(hook -> hook.id().equals(webhookId) ? change.apply(hook) : hook)
                .toList();
        return all.equals(webhooks) ? this : next(all);
    }

    private UserWebhooks next(List<Webhook> all) {
        return new UserWebhooks(id, version + 1, tenant, user, List.copyOf(all));
    }
}
