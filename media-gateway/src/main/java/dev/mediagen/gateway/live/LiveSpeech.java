package dev.mediagen.gateway.live;

import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.assets.Delivery;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.Generations;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

/// The audio of a new generation, as soon as there is any of it: while it is made, or else once it is kept.
@ApplicationScoped
public class LiveSpeech {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);
    private final Generations generations;
    private final LiveDoors doors;
    private final Delivery delivery;
    private final Duration patience;

    LiveSpeech(Generations generations, LiveDoors doors, Delivery delivery, LiveConfig config) {
        this.generations = generations;
        this.doors = doors;
        this.delivery = delivery;
        this.patience = config.patience();
    }

    /// @param generation as far as it is by then
    /// @param bytes from the first on, or null when there are none: it failed, or takes too long
    public record Audio(Generation generation, InputStream bytes) {}

    /// @param recorded nobody was asked for its parts yet
    public Audio of(Generation recorded) throws InterruptedException {
        var live = doors.open(generations.request(recorded, Part.AUDIO));
        if (live.isPresent()) return new Audio(recorded, live.get());
        generations.ask(recorded);
        return kept(recorded);
    }

    /// @param other accepted before under the same key, or not to start yet: its audio once it is kept
    public Audio again(Generation other) throws InterruptedException {
        return kept(other);
    }

    private Audio kept(Generation recorded) throws InterruptedException {
        var end = Instant.now().plus(patience);
        var current = recorded;
        while (true) {
            var stored = current.part(Part.AUDIO).stored();
            if (stored != null) return new Audio(current, delivery.open(stored.object(), null));
            if (current.status().terminal() || Instant.now().isAfter(end)) return new Audio(current, null);
            current = generations.await(current, LOOK_AGAIN);
        }
    }
}
