package dev.mediagen.worker.inbox;

/// Life of a part in its worker.
enum InboxState {
    /// Recorded and owed; waits for a slot or for `dueAt`.
    QUEUED,
    /// Claimed by `owner` under `epoch`.
    RUNNING,
    /// Made and staged; the completion is published again until storage answers.
    COMPLETED,
    /// Given up; the failure is published again when the part is asked for again.
    FAILED,
    /// Its owner wants it no more.
    CANCELLED,
    /// Kept by storage, or a prompt that needs no keeping. Remembered until the generation's deadline has long
    /// passed.
    DONE;

    boolean open() {
        return this == QUEUED || this == RUNNING || this == COMPLETED;
    }
}
