package dev.mediagen.worker.inbox;

import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.staging.StagingArea;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;

/// Begins tries of parts.
@ApplicationScoped
class Attempts {
    private final Inbox inbox;
    private final StagingArea staging;
    private final EventPublisher publisher;
    private final Notes notes;
    private final WorkDirs workDirs;

    Attempts(Inbox inbox, StagingArea staging, EventPublisher publisher, Notes notes, WorkDirs workDirs) {
        this.inbox = inbox;
        this.staging = staging;
        this.publisher = publisher;
        this.notes = notes;
        this.workDirs = workDirs;
    }

    Attempt begin(InboxEntry claimed) throws IOException {
        return new Attempt(claimed, inbox, staging, new ProgressSigns(publisher), notes, workDirs.make());
    }
}
