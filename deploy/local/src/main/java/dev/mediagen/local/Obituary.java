package dev.mediagen.local;

import dev.mediagen.local.servers.ChildProcess;
import java.io.IOException;
import java.util.stream.Collectors;

/// What a person should know about a process that ended unasked: which one, its last words, and how to start it
/// again.
final class Obituary {
    private static final int LINES_OF_LOG = 15;

    private final ChildProcess process;
    private final DataDirectory data;

    Obituary(ChildProcess process, DataDirectory data) {
        this.process = process;
        this.data = data;
    }

    String text() throws IOException {
        String lastWords = process.lastLines(LINES_OF_LOG).stream()
                .filter(line -> !line.startsWith("# "))
                .map(line -> "    " + line)
                .collect(Collectors.joining("\n"));
        return "%s ended with exit code %d%s; the end of %s:%n%s"
                .formatted(
                        process.launch().name(),
                        process.exitCode(),
                        data.fullDiskHint(),
                        process.launch().log(),
                        lastWords);
    }

    void say(Console console) {
        String name = process.launch().name();
        try {
            console.say("! %s", text());
        } catch (IOException e) {
            console.say("! %s ended, and its log cannot be read: %s", name, e.getMessage());
        }
        console.say("! To start %s again:%n  %s", name, process.launch().shellLine());
    }
}
