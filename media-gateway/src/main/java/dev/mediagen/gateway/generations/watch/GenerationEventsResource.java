package dev.mediagen.gateway.generations.watch;

import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.Generations;
import dev.mediagen.gateway.generations.view.GenerationView;
import dev.mediagen.gateway.generations.view.GenerationViews;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// A generation as it goes on, as server-sent events.
@Path("/api/generations/{id}/events")
@Tag(name = "generations")
@Authenticated
@Blocking
class GenerationEventsResource {
    private final Generations generations;
    private final GenerationViews views;
    private final Watchers watchers;
    private final SecurityIdentity identity;

    GenerationEventsResource(
            Generations generations, GenerationViews views, Watchers watchers, SecurityIdentity identity) {
        this.generations = generations;
        this.views = views;
        this.watchers = watchers;
        this.identity = identity;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(
            summary = "Watch a generation",
            description = "`event: generation` with the generation after each change; the last one is its end. Resumes"
                    + " after `Last-Event-ID` on any gateway. A comment every 15 s keeps the connection.")
    @APIResponse(responseCode = "200", description = "events until the end")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") String id,
            @HeaderParam("Last-Event-ID") String lastEventId,
            @Context UriInfo uri,
            @Context Sse sse) {
        var now = generations.find(Caller.of(identity), id);
        long heard = sequence(lastEventId);
        var base = uri.getBaseUri();
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            var listener = new Listener(emitter, sse, base, heard);
                            watchers.add(id, listener);
                            emitter.onTermination(() -> watchers.remove(id, listener));
                            // what happened before the listener was there, and since
                            listener.hear(now);
                            watchers.look(id);
                        },
                        BackPressureStrategy.LATEST);
    }

    private static long sequence(String lastEventId) {
        if (lastEventId == null || lastEventId.isBlank()) return 0;
        if (!lastEventId.matches("[0-9]{1,18}"))
            throw ProblemException.invalid("Last-Event-ID", "is not one that was given");
        return Long.parseLong(lastEventId);
    }

    /// One open stream.
    private final class Listener implements Watchers.Watcher {
        private final MultiEmitter<? super OutboundSseEvent> emitter;
        private final Sse sse;
        private final URI base;
        private long heard;

        Listener(MultiEmitter<? super OutboundSseEvent> emitter, Sse sse, URI base, long heard) {
            this.emitter = emitter;
            this.sse = sse;
            this.base = base;
            this.heard = heard;
        }

        /// Its end is said even to whoever has heard it: a stream never ends with anything else.
        @Override
        public synchronized void hear(Generation generation) {
            boolean ended = generation.status().terminal();
            if (emitter.isCancelled() || generation.version() <= heard && !ended) return;
            heard = generation.version();
            emitter.emit(sse.newEventBuilder()
                    .name("generation")
                    .id(Long.toString(heard))
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(GenerationView.class, views.of(generation, base))
                    .build());
            if (ended) emitter.complete();
        }

        @Override
        public void beat() {
            emitter.emit(sse.newEventBuilder().comment("still there").build());
        }
    }
}
