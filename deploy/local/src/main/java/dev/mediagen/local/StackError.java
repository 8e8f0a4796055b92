package dev.mediagen.local;

/// The stack cannot be started or used; its message names what is wrong, for the person in front of it.
public final class StackError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StackError(String message) {
        super(message);
    }
}
