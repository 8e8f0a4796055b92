package dev.mediagen.worker.http;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the operating system. It knows no time limit and holds its thread, so it gets threads of its own.
@ApplicationScoped
class SystemResolver implements NameResolver {
    private static final int AT_ONCE = 16;
    private final ExecutorService threads = Executors.newFixedThreadPool(
            AT_ONCE, Thread.ofPlatform().daemon().name("resolver-", 1).factory());

    @PreDestroy
    void close() {
        threads.shutdownNow();
    }

    @Override
    public List<InetAddress> resolve(String host, Duration within) throws UnknownHostException, InterruptedException {
        var answer = threads.submit(() -> List.of(InetAddress.getAllByName(host)));
        try {
            return answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            var unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        } finally {
            answer.cancel(true);
        }
    }
}
