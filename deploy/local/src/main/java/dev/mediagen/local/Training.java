package dev.mediagen.local;

import dev.mediagen.local.servers.AotCache;
import dev.mediagen.local.servers.RunningServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs the whole stack once in a temporary directory so that every JVM records what it loads; later starts are
/// quick. Never fatal: without caches everything only starts slower.
final class Training {
    private static final long NEEDED_MB = 2_000;

    private final Project project;
    private final Console console;

    Training(Project project, Console console) {
        this.project = project;
        this.console = console;
    }

    void run() throws IOException, InterruptedException {
        long freeMb = Files.getFileStore(project.root()).getUsableSpace() >> 20;
        if (freeMb < NEEDED_MB) {
            console.say("Quick starts need %d MB and %d are free, so starts stay slower", NEEDED_MB, freeMb);
            return;
        }
        console.say("First start of this build: training for quick starts, about a minute, once");
        long began = System.nanoTime();
        Path temporary = Files.createTempDirectory("mediagen-training-");
        boolean recorded = recorded(temporary);
        int adopted = 0;
        for (AotCache cache : project.caches()) {
            if (recorded && cache.adopt()) {
                adopted++;
            } else if (!cache.exists()) {
                cache.giveUp();
            }
        }
        RunningServers.delete(temporary);
        console.say("  %d quick starts prepared in %.0f s", adopted, (System.nanoTime() - began) / 1e9);
        console.say("");
    }

    private boolean recorded(Path temporary) throws InterruptedException {
        try {
            record(temporary);
            return true;
        } catch (StackError | IOException e) {
            // a service that did not even start leaves a cache of nothing
            console.say(
                    "  training failed: %s", e.getMessage().lines().findFirst().orElse(""));
            return false;
        }
    }

    private void record(Path temporary) throws IOException, InterruptedException {
        Options options = Options.parse(List.of("--port", "0"), project.root()).withData(temporary);
        Console silent = Console.silent();
        try (LocalStack stack =
                LocalStack.start(options, project.recordingCaches(), new Environment(Map.of()), silent)) {
            new Story(stack.state(), stack.data(), silent).tell(options.headline());
        }
    }
}
