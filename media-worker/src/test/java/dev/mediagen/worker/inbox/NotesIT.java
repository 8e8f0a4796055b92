package dev.mediagen.worker.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.Part;
import dev.mediagen.local.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Notes against a real database.
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NotesIT {
    @Inject
    Notes notes;

    private final String id = InboxEntry.id(UUID.randomUUID().toString(), Part.IMAGE);

    @Test
    void keepsTheLastOne() {
        notes.write(epoch(1), "a");
        notes.write(epoch(1), "b");
        notes.write(epoch(2), "c");
        assertThat(notes.find(id)).contains("c");
    }

    @Test
    void anEarlierOwnerNeitherReplacesNorForgetsIt() {
        notes.write(epoch(1), "mine");
        notes.write(epoch(2), "theirs");
        assertThatThrownBy(() -> notes.write(epoch(1), "late")).isInstanceOf(IllegalStateException.class);
        notes.write(epoch(1), null);
        assertThat(notes.find(id)).contains("theirs");
    }

    @Test
    void anEarlierOwnerDoesNotBringBackWhatWasForgotten() {
        notes.write(epoch(2), "theirs");
        notes.write(epoch(2), null);
        assertThat(notes.find(id)).isEmpty();
        assertThatThrownBy(() -> notes.write(epoch(1), "late")).isInstanceOf(IllegalStateException.class);
        assertThat(notes.find(id)).isEmpty();
        notes.write(epoch(3), "new");
        assertThat(notes.find(id)).contains("new");
    }

    @Test
    void endsWithItsPart() {
        notes.write(epoch(1), "a");
        notes.forget(Instant.now());
        assertThat(notes.find(id)).contains("a");
        notes.forget(Instant.now().plus(Duration.ofHours(2)));
        assertThat(notes.find(id)).isEmpty();
    }

    private InboxEntry epoch(long epoch) {
        return new InboxEntry(
                id,
                "g1",
                Part.IMAGE,
                "acme",
                InboxState.RUNNING,
                true,
                epoch,
                "somebody",
                1,
                Instant.now(),
                0,
                Instant.now().plus(Duration.ofHours(1)),
                "image-requested",
                "{}",
                null,
                null);
    }
}
