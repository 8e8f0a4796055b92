package dev.mediagen.local;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.local.servers.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Remembers which processes a stack started, so that the next one can end them when the stack itself was killed.
final class Leftovers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    // a handle of somebody else's child announces its end only seconds later
    private static final Duration POLL = Duration.ofMillis(50);

    private final Path file;

    Leftovers(DataDirectory data) {
        this.file = data.path().resolve("processes.json");
    }

    record Started(String name, long pid, Instant at) {}

    void record(List<ChildProcess> processes) throws IOException {
        List<Started> started = processes.stream()
                .map(process -> new Started(
                        process.launch().name(),
                        process.pid(),
                        process.handle().info().startInstant().orElse(Instant.EPOCH)))
                .toList();
        ContractJson.mapper().writeValue(file.toFile(), started);
    }

    void forget() throws IOException {
        Files.deleteIfExists(file);
    }

    /// Ends what a killed stack left running; a process that merely got the same number is left alone.
    void end(Console console) throws IOException, InterruptedException {
        if (!Files.exists(file)) {
            return;
        }
        List<ProcessHandle> alive = new ArrayList<>();
        for (Started started : ContractJson.mapper().readValue(file.toFile(), new TypeReference<List<Started>>() {})) {
            ProcessHandle.of(started.pid())
                    .filter(process -> process.info().startInstant().equals(Optional.of(started.at())))
                    .ifPresent(process -> {
                        console.say(
                                "Ending %s (process %d), left by a run that was killed", started.name(), started.pid());
                        alive.add(process);
                    });
        }
        end(alive);
        forget();
    }

    private static void end(List<ProcessHandle> processes) throws InterruptedException {
        processes.forEach(ProcessHandle::destroy);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (processes.stream().anyMatch(ProcessHandle::isAlive)) {
            if (System.nanoTime() > end) {
                processes.forEach(ProcessHandle::destroyForcibly);
            }
            Thread.sleep(POLL);
        }
    }
}
