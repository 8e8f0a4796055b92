package dev.mediagen.local;

import dev.mediagen.local.servers.RunningServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `deploy/local/bench`: start, memory, stories and reads of the local stack, as markdown; `bench providers`: see
/// [ProviderBench].
final class Bench {
    private static final int READS = 300;
    private static final int WARM_STORIES = 3;

    private final Console console;

    private Bench(Console console) {
        this.console = console;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Project project = Project.fromSystemProperty();
        Console console = Console.ofProcess();
        if (project.wantsTraining()) {
            new Training(project, console).run();
        }
        Path data = Files.createTempDirectory("mediagen-bench-");
        try {
            if (List.of(args).contains("providers")) {
                console.say("%n%s%n".formatted(machine()));
                new ProviderBench(console, project).run(List.of(args).subList(1, args.length));
            } else {
                new Bench(console).run(project, data);
            }
        } catch (StackError e) {
            console.say("%s", e.getMessage());
            System.exit(1);
        } finally {
            RunningServers.delete(data);
        }
        System.exit(0);
    }

    private void run(Project project, Path data) throws IOException, InterruptedException {
        Options options = Options.parse(List.of("--no-story", "--port", "0"), project.root())
                .withData(data);
        Environment environment = Environment.ofProcess();
        LocalStack.start(options, project, environment, Console.silent()).close();
        console.say("%n%s%n".formatted(machine()));
        console.say("| what | figure |%n|---|---|".formatted());
        long began = System.nanoTime();
        try (LocalStack stack = LocalStack.start(options, project, environment, Console.silent())) {
            console.say("| second start, ready after | %.1f s |", seconds(began));
            var gateway =
                    new GatewayClient(stack.state().gateway(), stack.state().apiKey());
            stories(stack, gateway);
            memory(stack.state());
        }
    }

    private void stories(LocalStack stack, GatewayClient gateway) throws IOException, InterruptedException {
        Console silent = Console.silent();
        long began = System.nanoTime();
        var story = new Story(stack.state(), stack.data(), silent);
        require(story.tell("The first story after the start"));
        console.say("| story, first after the start | %.1f s |", seconds(began));
        var warm = new ArrayList<Double>();
        for (int number = 1; number <= WARM_STORIES; number++) {
            began = System.nanoTime();
            require(story.tell("Warm story number " + number));
            warm.add(seconds(began));
        }
        warm.sort(null);
        console.say("| story, warm (median of %d) | %.1f s |", WARM_STORIES, warm.get(WARM_STORIES / 2));
        reads(gateway);
    }

    private void reads(GatewayClient gateway) throws IOException, InterruptedException {
        String id = gateway.startStory("A story to read", "A story to read")
                .path("id")
                .asText();
        var millis = new ArrayList<Double>();
        for (int read = 0; read < 2 * READS; read++) {
            long began = System.nanoTime();
            gateway.generation(id);
            if (read >= READS) {
                millis.add(seconds(began) * 1_000);
            }
        }
        millis.sort(null);
        console.say(
                "| GET of a generation, p50 / p95 of %d | %.1f / %.1f ms |",
                READS, millis.get(READS / 2), millis.get(READS * 95 / 100));
    }

    private static void require(boolean complete) {
        if (!complete) {
            throw new StackError("a story did not complete, so nothing more was measured");
        }
    }

    private void memory(StackState state) throws IOException {
        console.say("%n| process | RSS | PSS |%n|---|---|---|".formatted());
        long rss = 0;
        long pss = 0;
        for (var process : state.processes().entrySet()) {
            long processRss = Memory.rssKilobytes(process.getValue().pid());
            long processPss = Memory.pssKilobytes(process.getValue().pid());
            rss += processRss;
            pss += processPss;
            console.say("| %s | %d MB | %d MB |", process.getKey(), processRss >> 10, processPss >> 10);
        }
        console.say("| all | %d MB | %d MB |", rss >> 10, pss >> 10);
    }

    private static String machine() throws IOException {
        Path cpuinfo = Path.of("/proc/cpuinfo");
        String model = Files.exists(cpuinfo)
                ? Files.readString(cpuinfo)
                        .lines()
                        .filter(line -> line.startsWith("model name"))
                        .findFirst()
                        .orElse("")
                        .replaceFirst(".*:\\s*", "")
                : "";
        return "%d cores %s, %s %s, JDK %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        model,
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        Runtime.version());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
