package dev.mediagen.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/// Calm lines for a person; everything that was said also stands in `up.log`.
final class Console {
    private final PrintStream out;
    private final boolean terminal;
    private Path log;
    private String passing = "";

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    static Console ofProcess() {
        var console = System.console();
        return new Console(System.out, console != null && console.isTerminal());
    }

    /// A console for what nobody watches.
    static Console silent() {
        return new Console(new PrintStream(PrintStream.nullOutputStream()), false);
    }

    synchronized void logTo(Path file) {
        log = file;
        note("started");
    }

    synchronized void say(String format, Object... values) {
        String line = values.length == 0 ? format : format.formatted(values);
        clearPassing();
        out.println(line);
        out.flush();
        note(line);
    }

    /// A line that the next one replaces on a terminal; elsewhere it is printed when it differs from the last.
    synchronized void passing(String line) {
        if (line.equals(passing)) {
            return;
        }
        if (terminal) {
            clearPassing();
            out.print(line);
            out.flush();
        } else {
            out.println(line);
        }
        passing = line;
    }

    /// Only into the log.
    synchronized void note(String line) {
        if (log == null) {
            return;
        }
        try {
            Files.writeString(
                    log,
                    "%s %s%n".formatted(Instant.now(), line.strip()),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            log = null;
            throw new UncheckedIOException("cannot write up.log", e);
        }
    }

    private void clearPassing() {
        if (terminal && !passing.isEmpty()) {
            out.print("\r" + " ".repeat(passing.length()) + "\r");
        }
        passing = "";
    }
}
