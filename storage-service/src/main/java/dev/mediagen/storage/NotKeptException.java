package dev.mediagen.storage;

/// The staged bytes are not what the completion says they are.
final class NotKeptException extends Exception {
    NotKeptException(String message) {
        super(message);
    }
}
