package dev.mediagen.local;

import dev.mediagen.local.servers.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Kills processes of a stack and starts them again with the commands it printed, as a person would.
final class Restart implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Map<String, StackState.Running> processes;
    private final Map<String, Process> started = new HashMap<>();
    private final Readiness readiness = new Readiness();

    Restart(StackState state) {
        processes = state.processes();
    }

    /// kill -9, and waits until it is gone.
    void kill(String name) throws InterruptedException {
        ProcessHandle victim = started.containsKey(name)
                ? started.get(name).toHandle()
                : ProcessHandle.of(processes.get(name).pid())
                        .orElseThrow(() -> new StackError(name + " is not running"));
        victim.destroyForcibly();
        while (victim.isAlive()) {
            Thread.sleep(POLL);
        }
    }

    /// Starts it by its printed command and returns when it is ready.
    void again(String name) throws IOException, InterruptedException {
        StackState.Running process = processes.get(name);
        Path log = Path.of(process.log());
        var builder = new ProcessBuilder("sh", "-c", "exec " + process.command());
        builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG"));
        started.put(
                name,
                builder.redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
        var launch = new Launch(name, process.port(), Map.of(), List.of(), log);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!readiness.isReady(launch)) {
            if (System.nanoTime() > giveUp || !started.get(name).isAlive()) {
                throw new StackError("%s did not come back by its printed command; see %s".formatted(name, log));
            }
            Thread.sleep(POLL);
        }
    }

    /// Ends what was started here.
    @Override
    public void close() {
        started.values().forEach(Process::destroy);
        try {
            for (Process process : started.values()) {
                if (!process.waitFor(5, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                }
            }
        } catch (InterruptedException e) {
            started.values().forEach(Process::destroyForcibly);
            Thread.currentThread().interrupt();
        }
    }
}
