package dev.mediagen.gateway.generations;

/// State of one part, as the gateway knows it.
public enum PartStatus {
    /// Needs another part first.
    WAITING,
    /// Asked for; asked for again until it ends.
    REQUESTED,
    RUNNING,
    RETRYING,
    /// Made; storage has not answered yet.
    MADE,
    STORED,
    FAILED,
    /// Could not be made, and the generation does without it.
    GIVEN_UP;

    boolean unfinished() {
        return this == WAITING || this == REQUESTED || this == RUNNING || this == RETRYING;
    }

    public boolean ended() {
        return this == STORED || this == FAILED || this == GIVEN_UP;
    }

    boolean asked() {
        return this == REQUESTED || this == RUNNING || this == RETRYING || this == MADE;
    }
}
