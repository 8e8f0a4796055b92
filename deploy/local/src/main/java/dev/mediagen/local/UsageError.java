package dev.mediagen.local;

/// The command line cannot be understood; its message is for the person who wrote it.
final class UsageError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageError(String message) {
        super(message);
    }
}
