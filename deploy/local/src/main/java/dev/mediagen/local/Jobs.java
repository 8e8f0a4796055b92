package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/// Many images at once, asked for as a patient client does.
final class Jobs {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int POSTERS = 16;
    private static final LongAdder REPEATED = new LongAdder();

    private Jobs() {}

    /// Requests that were refused, or not answered in time, and sent again.
    static long repeated() {
        return REPEATED.sum();
    }

    static List<String> start(GatewayClient gateway, int jobs) throws IOException, InterruptedException {
        return each(jobs, number -> post(gateway, number));
    }

    /// Comes back as any client would when the gateway asks for it; what was refused was not recorded.
    private static String post(GatewayClient gateway, int number) throws IOException, InterruptedException {
        var body = Map.of("prompt", "picture number " + number, "useCache", false, "imageSize", ProviderBench.SIZE);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return gateway.start("/api/image/generate", body, "respond-async")
                        .path("id")
                        .asText();
            } catch (StackError e) {
                if (!e.getMessage().contains("answered 503") || System.nanoTime() > giveUp) throw e;
                REPEATED.increment();
                Thread.sleep(POLL);
            }
        }
    }

    /// How many of them completed; waits until all have ended.
    static int completed(GatewayClient gateway, List<String> ids) throws IOException, InterruptedException {
        return (int) each(ids.size(), number -> ended(gateway, ids.get(number))).stream()
                .filter(end -> end.path("status").asText().equals("completed"))
                .count();
    }

    private static JsonNode ended(GatewayClient gateway, String id) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                var generation = gateway.generation(id);
                if (!generation.path("finishedAt").isMissingNode()) return generation;
            } catch (HttpTimeoutException busy) {
                REPEATED.increment();
            }
            if (System.nanoTime() > giveUp) throw new StackError(id + " did not end");
            Thread.sleep(POLL);
        }
    }

    private interface Numbered<T> {
        T make(int number) throws IOException, InterruptedException;
    }

    private static <T> List<T> each(int count, Numbered<T> work) throws InterruptedException {
        try (var threads =
                Executors.newFixedThreadPool(POSTERS, Thread.ofVirtual().factory())) {
            var tasks = new ArrayList<Callable<T>>();
            for (int number = 0; number < count; number++) {
                int own = number;
                tasks.add(() -> work.make(own));
            }
            var made = new ArrayList<T>();
            for (Future<T> future : threads.invokeAll(tasks)) made.add(future.get());
            return made;
        } catch (ExecutionException e) {
            throw new StackError("the bench failed: " + e.getCause());
        }
    }

    interface Condition {
        boolean holds();
    }

    static void await(String what, Condition condition) throws InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > giveUp) throw new StackError("did not come to " + what);
            Thread.sleep(POLL);
        }
    }
}
