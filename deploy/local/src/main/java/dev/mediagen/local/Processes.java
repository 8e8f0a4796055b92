package dev.mediagen.local;

import dev.mediagen.local.servers.ChildProcess;
import dev.mediagen.local.servers.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The processes of one stack, started in groups and ended in the opposite order.
final class Processes {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration QUIET = Duration.ofSeconds(5);

    private final Console console;
    private final DataDirectory data;
    private final Readiness readiness = new Readiness();
    private final List<List<ChildProcess>> groups = new ArrayList<>();
    private final Leftovers leftovers;
    private volatile boolean ending;

    Processes(Console console, DataDirectory data) {
        this.console = console;
        this.data = data;
        this.leftovers = new Leftovers(data);
    }

    /// Starts a group side by side and returns when each of them is ready.
    ///
    /// @throws StackError when one ends or is not ready in time
    void start(List<Launch> launches, Duration patience) throws IOException, InterruptedException {
        long began = System.nanoTime();
        List<ChildProcess> group = startAll(launches);
        long spoke = began;
        var waiting = new ArrayList<>(group);
        while (!waiting.isEmpty()) {
            for (ChildProcess process : List.copyOf(waiting)) {
                if (readiness.isReady(process.launch())) {
                    waiting.remove(process);
                    console.say("  %-20s ready  %5.1f s", process.launch().name(), seconds(began));
                    spoke = System.nanoTime();
                }
                requireAlive(process);
            }
            if (seconds(began) > patience.toSeconds()) {
                throw new StackError("%s not ready after %d s; see %s"
                        .formatted(
                                names(waiting),
                                patience.toSeconds(),
                                waiting.getFirst().launch().log()));
            }
            if (!waiting.isEmpty()) {
                spoke = speak(waiting, began, spoke);
                Thread.sleep(POLL);
            }
        }
    }

    private synchronized List<ChildProcess> startAll(List<Launch> launches) throws IOException {
        var group = new ArrayList<ChildProcess>();
        groups.add(group);
        for (Launch launch : launches) {
            if (ending) {
                throw new StackError("ended while starting");
            }
            console.note("%s: %s".formatted(launch.name(), launch.shellLine()));
            group.add(ChildProcess.start(launch));
            leftovers.record(all());
        }
        return group;
    }

    private long speak(List<ChildProcess> waiting, long began, long spoke) {
        if (seconds(spoke) < QUIET.toSeconds()) {
            return spoke;
        }
        console.passing("  waiting for %s (%.0f s)".formatted(names(waiting), seconds(began)));
        return System.nanoTime();
    }

    private void requireAlive(ChildProcess process) throws IOException {
        if (process.isAlive()) {
            return;
        }
        throw new StackError(ending ? "ended while starting" : new Obituary(process, data).text());
    }

    /// From now on says so when one ends by itself.
    synchronized void watch() {
        for (ChildProcess process : all()) {
            process.handle().onExit().thenRun(() -> {
                if (!ending) {
                    new Obituary(process, data).say(console);
                }
            });
        }
    }

    synchronized List<ChildProcess> all() {
        return groups.stream().flatMap(List::stream).toList();
    }

    synchronized Map<String, ChildProcess> byName() {
        var byName = new LinkedHashMap<String, ChildProcess>();
        all().forEach(process -> byName.put(process.launch().name(), process));
        return byName;
    }

    /// Ends the services first, then what they stand on.
    ///
    /// @param patience for each group, after which its processes are killed
    void end(Duration patience) throws IOException, InterruptedException {
        ending = true;
        for (List<ChildProcess> group : takeGroups().reversed()) {
            group.forEach(ChildProcess::terminate);
            long end = System.nanoTime() + patience.toNanos();
            for (ChildProcess process : group) {
                boolean alive = process.isAlive();
                if (alive && !process.awaitEnd(Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    console.say(
                            "  %s did not end in time and was killed",
                            process.launch().name());
                } else if (!alive && process.exitCode() > 0 && readiness.isReady(process.launch())) {
                    console.say(
                            "  %s on port %d was started by hand and keeps running",
                            process.launch().name(), process.launch().port());
                }
            }
        }
        leftovers.forget();
    }

    private synchronized List<List<ChildProcess>> takeGroups() {
        return List.copyOf(groups);
    }

    private static String names(List<ChildProcess> processes) {
        return processes.stream().map(process -> process.launch().name()).collect(Collectors.joining(", "));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
