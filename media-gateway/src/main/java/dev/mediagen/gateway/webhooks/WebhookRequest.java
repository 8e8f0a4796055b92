package dev.mediagen.gateway.webhooks;

import dev.mediagen.gateway.generations.Status;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Body of `POST /api/webhooks`.
///
/// @param url public https
/// @param events the states to hear of; none: the terminal ones
record WebhookRequest(
        @NotBlank @Size(max = 2048) String url,
        @Size(min = 1, max = 11) List<@NotNull Status> events) {

    Set<Status> states() {
        Collection<Status> wanted = events == null
                ? Arrays.stream(Status.values()).filter(Status::terminal).toList()
                : events;
        return EnumSet.copyOf(wanted);
    }
}
