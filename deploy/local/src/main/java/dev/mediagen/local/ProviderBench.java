package dev.mediagen.local;

import dev.mediagen.local.servers.RunningServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `deploy/local/bench providers`: what calls to providers cost and how well their slots are used, as markdown. The
/// provider is simulated, in this process; everything else is the local stack.
final class ProviderBench {
    /// As the simulated provider paints it: what is measured are calls, and not our resizing.
    static final int SIDE = 64;

    static final Map<String, Integer> SIZE = Map.of("width", SIDE, "height", SIDE);
    private final Console console;
    private final Project project;

    ProviderBench(Console console, Project project) {
        this.console = console;
        this.project = project;
    }

    /// @param wanted `in-flight`, `slots`, `big`, `cache`; none: all
    void run(List<String> wanted) throws IOException, InterruptedException {
        console.say("| what | limit | figure |%n|---|---|---|".formatted());
        boolean all = wanted.isEmpty();
        if (all || wanted.contains("slots")) slots(10, 300);
        if (all || wanted.contains("cache")) cacheHits(200);
        if (all || wanted.contains("big")) bigResults(50);
        if (all || wanted.contains("in-flight")) inFlight(2_000);
    }

    /// Memory of image-service while that many calls are under way.
    private void inFlight(int calls) throws IOException, InterruptedException {
        try (var provider = new SimulatedProvider(calls, null, SIDE)) {
            var settings = Map.of("MEDIA_SLOTS_OPENAI", "" + calls, "MEDIA_WORKER_CONCURRENCY", "" + calls);
            withStack(provider, settings, 1, stack -> {
                var gateway = client(stack);
                var image = stack.state().processes().get("image-service");
                long idle = Memory.rssKilobytes(image.pid());
                var ids = Jobs.start(gateway, calls);
                Jobs.await("%d calls in flight".formatted(calls), () -> provider.inFlight() >= calls);
                long busy = Memory.rssKilobytes(image.pid());
                provider.release();
                int completed = Jobs.completed(gateway, ids);
                if (Jobs.repeated() > 0) console.say("| requests that had to be repeated | | %d |", Jobs.repeated());
                console.say(
                        "| %d provider calls in flight: RSS of image-service above idle | 100 MB | %d MB (%d -> %d), %d completed |",
                        calls, (busy - idle) >> 10, idle >> 10, busy >> 10, completed);
            });
        }
    }

    /// Use of the slots of one account by two replicas: with the jobs on the workers' topic, as other queues are
    /// measured, and through REST.
    private void slots(int cap, int jobs) throws IOException, InterruptedException {
        try (var provider = new SimulatedProvider(cap, Duration.ofMillis(300), SIDE)) {
            withStack(provider, Map.of("MEDIA_SLOTS_OPENAI", "" + cap), 2, stack -> {
                try (var queue = new ImageQueue(stack.state().kafka())) {
                    Jobs.await("a warm stack", queue.ended(queue.put(jobs)));
                    provider.countAnew();
                    var ended = queue.put(jobs);
                    Jobs.await("%d jobs ended".formatted(jobs), queue.ended(ended));
                    say(provider, cap, jobs, queue.failed(ended), "limit 90 %, 0 failed, 5 429s");
                }
                provider.countAnew();
                var ids = Jobs.start(client(stack), jobs);
                // nobody asks how they are before the last one was served
                Jobs.await("%d calls served".formatted(jobs), () -> provider.served() >= jobs);
                int failed = jobs - Jobs.completed(client(stack), ids);
                say(provider, cap, jobs, failed, "the same through REST");
            });
        }
    }

    private void say(SimulatedProvider provider, int cap, int jobs, int failed, String limit) {
        console.say(
                "| slot use, cap %d, 300 ms calls, two replicas, %d jobs | %s | %.1f %%, %d failed, %d 429s, most at once %d |",
                cap, jobs, limit, 100 * provider.use(), failed, provider.refused(), provider.mostInFlight());
    }

    private void bigResults(int jobs) throws IOException, InterruptedException {
        try (var provider = new SimulatedProvider(jobs, null, 2_960)) {
            withStack(
                    provider,
                    Map.of("MEDIA_SLOTS_OPENAI", "" + jobs, "MEDIA_WORKER_CONCURRENCY", "" + jobs),
                    1,
                    stack -> {
                        var gateway = client(stack);
                        var image = stack.state().processes().get("image-service");
                        var ids = Jobs.start(gateway, jobs);
                        Jobs.await("%d calls in flight".formatted(jobs), () -> provider.inFlight() >= jobs);
                        provider.release();
                        int completed = Jobs.completed(gateway, ids);
                        console.say(
                                "| %d parallel results of %d MiB, image-service with -Xmx%dm | 256 MB heap | %d completed, RSS %d MB |",
                                jobs,
                                provider.answerBytes() * 3L / 4 >> 20,
                                Service.IMAGE_SERVICE.heapMb(),
                                completed,
                                Memory.rssKilobytes(image.pid()) >> 10);
                    });
        }
    }

    private void cacheHits(int hits) throws IOException, InterruptedException {
        try (var provider = new SimulatedProvider(10, Duration.ofMillis(100), SIDE)) {
            withStack(provider, Map.of("MEDIA_CACHE_ENABLED", "true"), 1, stack -> {
                var gateway = client(stack);
                var body = Map.of("prompt", "the same picture again", "seed", "7", "imageSize", SIZE);
                gateway.start("/api/image/generate", body, "wait=60");
                var millis = new ArrayList<Double>();
                for (int hit = 0; hit < 2 * hits; hit++) {
                    long began = System.nanoTime();
                    var answer = gateway.start("/api/image/generate", body, "wait=60");
                    if (!answer.path("fromCache").asBoolean()) throw new StackError("not from the cache: " + answer);
                    if (hit >= hits) millis.add((System.nanoTime() - began) / 1e6);
                }
                millis.sort(null);
                console.say(
                        "| cache hit, from POST to the finished answer, p50 / p95 of %d | p50 30 ms | %.1f / %.1f ms, provider called %d time(s) |",
                        hits, millis.get(hits / 2), millis.get(hits * 95 / 100), provider.served());
            });
        }
    }

    private interface Measurement {
        void on(LocalStack stack) throws IOException, InterruptedException;
    }

    private void withStack(
            SimulatedProvider provider, Map<String, String> settings, int workers, Measurement measurement)
            throws IOException, InterruptedException {
        var variables = new TreeMap<>(System.getenv());
        variables.putAll(settings);
        variables.put("MEDIA_PROVIDERS_IMAGE", "openai");
        variables.put("MEDIA_CREDITS_START", "1000000");
        variables.put("MEDIA_THROTTLE_STARTS_PER_MINUTE", "0");
        variables.put("OPENAI_BASE_URL", provider.baseUrl());
        Path data = Files.createTempDirectory("mediagen-bench-");
        var options = Options.parse(
                        List.of("--no-story", "--port", "0", "--workers", Integer.toString(workers)), project.root())
                .withData(data);
        try (var stack = LocalStack.start(options, project, new Environment(variables), Console.silent())) {
            for (int call = 0; call < 3; call++)
                client(stack)
                        .start(
                                "/api/image/generate",
                                Map.of("prompt", SimulatedProvider.WARM_UP + call, "imageSize", SIZE),
                                "wait=60");
            measurement.on(stack);
        } finally {
            RunningServers.delete(data);
        }
    }

    private static GatewayClient client(LocalStack stack) {
        return new GatewayClient(stack.state().gateway(), stack.state().apiKey());
    }
}
