package dev.mediagen.worker.staging;

/// The object is not the one the claim check was given for.
public final class HashMismatchException extends Exception {
    HashMismatchException(String key) {
        super("the object does not have the hash its claim check names: " + key);
    }
}
