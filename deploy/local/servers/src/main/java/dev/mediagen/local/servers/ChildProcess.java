package dev.mediagen.local.servers;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A running [Launch].
public final class ChildProcess {
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final Launch launch;
    private final Process process;

    private ChildProcess(Launch launch, Process process) {
        this.launch = launch;
        this.process = process;
    }

    /// Starts it with its output appended to its log, headed by the command that does the same by hand.
    public static ChildProcess start(Launch launch) throws IOException {
        Files.createDirectories(launch.log().getParent());
        String head = "# %s %s: to start it again by hand:%n# %s%n"
                .formatted(Instant.now(), launch.name(), launch.shellLine());
        Files.writeString(launch.log(), head, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        var builder = new ProcessBuilder(inItsOwnSession(launch.command()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()));
        builder.environment().putAll(launch.environment());
        builder.environment()
                .put(ParentWatch.VARIABLE, Long.toString(ProcessHandle.current().pid()));
        return new ChildProcess(launch, builder.start());
    }

    /// A terminal's Ctrl-C goes to the whole foreground group; whoever started this process ends it, in due order.
    private static List<String> inItsOwnSession(List<String> command) {
        return Files.isExecutable(SETSID)
                ? Stream.concat(Stream.of(SETSID.toString()), command.stream()).toList()
                : command;
    }

    public Launch launch() {
        return launch;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /// Exit code of an ended process.
    public int exitCode() {
        return process.exitValue();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /// Asks it to end; [#awaitEnd] waits for that.
    public void terminate() {
        process.destroy();
    }

    /// Waits until it has ended and kills it when `patience` runs out.
    ///
    /// @return whether it ended by itself
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        if (process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return true;
        }
        process.destroyForcibly().waitFor();
        return false;
    }

    /// The end of its log.
    public List<String> lastLines(int count) throws IOException {
        List<String> lines = new String(Files.readAllBytes(launch.log()), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }
}
