package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.MDC;

/// Calls for one part that are made several at a time, in the order in which they are given.
///
/// When one fails no other begins, those under way are interrupted, and none runs on when this returns. Only when
/// one is asked to come back later those under way are waited for: what they give is paid for, and of use then.
final class Together {
    private static final String TRACE = "generationId";

    /// One of the calls.
    interface Call {
        void make() throws ProviderException, InterruptedException;
    }

    private final Object trace = MDC.get(TRACE);
    private final AtomicBoolean failed = new AtomicBoolean();

    private Together() {}

    /// @param made told after each call that succeeded, by this thread
    /// @throws ProviderException of the first that failed
    static void make(List<Call> calls, int atOnce, Runnable made) throws ProviderException, InterruptedException {
        new Together().run(calls, atOnce, made);
    }

    private void run(List<Call> calls, int atOnce, Runnable made) throws ProviderException, InterruptedException {
        var virtual = Thread.ofVirtual().name("call-", 0).factory();
        try (var threads = Executors.newFixedThreadPool(Math.max(1, atOnce), virtual)) {
            try {
                var done = new ExecutorCompletionService<Void>(threads);
                for (var call : calls) done.submit(() -> one(call));
                collect(done, calls.size(), made);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private Void one(Call call) throws ProviderException, InterruptedException {
        // its thread may be free before the failure of another has been read
        if (failed.get()) throw new CancellationException();
        if (trace != null) MDC.put(TRACE, trace);
        try {
            call.make();
            return null;
        } catch (ProviderException | RuntimeException e) {
            failed.set(true);
            throw e;
        }
    }

    private static void collect(ExecutorCompletionService<Void> done, int count, Runnable made)
            throws ProviderException, InterruptedException {
        ProviderException later = null;
        for (int index = 0; index < count; index++) {
            try {
                done.take().get();
                made.run();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof CancellationException) continue;
                var failure = failure(e.getCause());
                if (failure.code() != FailureCode.RATE_LIMITED) throw failure;
                if (later == null) later = failure;
            }
        }
        if (later != null) throw later;
    }

    private static ProviderException failure(Throwable why) {
        if (why instanceof ProviderException e) return e;
        return new ProviderException(FailureCode.UNEXPECTED, "a call of several failed", why);
    }
}
