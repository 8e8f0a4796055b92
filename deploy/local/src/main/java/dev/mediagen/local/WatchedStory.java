package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/// A story under observation: its progress must never fall, and it must end once.
final class WatchedStory {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final String TEXT = """
            On the last night of October the keeper climbed all two hundred and twelve steps and lit the lamp by hand. \
            The storm had been rehearsing since noon, a low note under the door, a high one in the chimney. \
            She opened the window and sang the first line back, slowly, the way one teaches a child. \
            By midnight the waves had found the rhythm, and at four in the morning the whole coast was awake to listen. \
            """;

    private final GatewayClient gateway;
    private final String id;
    private final List<String> violations = new ArrayList<>();
    private int progress;
    private String end;

    private WatchedStory(GatewayClient gateway, String id) {
        this.gateway = gateway;
        this.id = id;
    }

    /// Each time a story of its own: what the cache has is there before it can be disturbed.
    static WatchedStory start(GatewayClient gateway, String headline) throws IOException, InterruptedException {
        int telling = ThreadLocalRandom.current().nextInt(1_000_000);
        JsonNode started = gateway.startStory(
                "%s, telling %d".formatted(headline, telling), TEXT.repeat(3) + "Telling %d.".formatted(telling));
        return new WatchedStory(gateway, started.path("id").asText());
    }

    String id() {
        return id;
    }

    /// Whether it got to such a state before it ended.
    boolean reaches(Predicate<JsonNode> state, Duration patience) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < giveUp && end == null) {
            JsonNode seen = look();
            if (seen != null && end == null && state.test(seen)) {
                return true;
            }
            Thread.sleep(POLL);
        }
        return false;
    }

    /// Waits for its end, and looks once more whether that lasts.
    ///
    /// @return what was wrong; nothing when it completed as it should
    List<String> awaitEnd(Duration patience) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (end == null && System.nanoTime() < giveUp) {
            look();
            Thread.sleep(POLL);
        }
        if (end == null) {
            violations.add("%s has not ended after %d s (%d %%)".formatted(id, patience.toSeconds(), progress));
        } else if (!end.equals("completed")) {
            violations.add("%s ended as %s".formatted(id, end));
        }
        look();
        return violations;
    }

    private JsonNode look() throws InterruptedException {
        JsonNode seen;
        try {
            seen = gateway.generation(id);
        } catch (IOException | StackError unreachable) {
            return null; // the gateway itself may be the one that was killed
        }
        int now = seen.path("progress").asInt();
        if (now < progress) {
            violations.add("progress of %s fell from %d to %d".formatted(id, progress, now));
        }
        progress = Math.max(progress, now);
        String status = seen.path("status").asText();
        if (end != null && !end.equals(status)) {
            violations.add("%s was %s and is now %s".formatted(id, end, status));
        }
        if (Story.TERMINAL.contains(status)) {
            end = status;
        }
        return seen;
    }
}
