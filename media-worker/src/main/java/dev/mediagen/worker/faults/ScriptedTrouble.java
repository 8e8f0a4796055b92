package dev.mediagen.worker.faults;

/// The cause of a failure that somebody asked for: it says nothing about the provider, and is nobody else's.
public final class ScriptedTrouble extends Exception {
    ScriptedTrouble() {
        super("asked for by a directive");
    }

    public static boolean caused(Exception e) {
        return e.getCause() instanceof ScriptedTrouble;
    }
}
