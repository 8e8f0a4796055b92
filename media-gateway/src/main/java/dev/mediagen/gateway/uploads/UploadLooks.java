package dev.mediagen.gateway.uploads;

import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.uploads.UploadedObjects.Look;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Looks at uploads, few at once, each read by one request while others that refer to it wait: a look reads up to
/// 50 MB.
@ApplicationScoped
class UploadLooks {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Function<Upload, Look> look;
    private final Duration patience;
    private final Semaphore slots;
    private final ConcurrentMap<String, FutureTask<Look>> underWay = new ConcurrentHashMap<>();

    @Inject
    UploadLooks(
            UploadedObjects objects,
            @ConfigProperty(name = "media.uploads.looks-at-once", defaultValue = "8") int atOnce) {
        this(objects::look, atOnce, PATIENCE);
    }

    UploadLooks(Function<Upload, Look> look, int atOnce, Duration patience) {
        this.look = look;
        this.patience = patience;
        this.slots = new Semaphore(atOnce);
    }

    /// @throws ProblemException 503 when too many are looked at
    Look at(Upload upload) {
        var task = underWay.computeIfAbsent(upload.id(), id -> new FutureTask<>(() -> inTurn(upload)));
        try {
            // does nothing where another request runs it
            task.run();
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        } finally {
            underWay.remove(upload.id(), task);
        }
    }

    private Look inTurn(Upload upload) throws InterruptedException {
        if (!slots.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) throw busy();
        try {
            return look.apply(upload);
        } finally {
            slots.release();
        }
    }

    private static ProblemException busy() {
        return ProblemException.unavailable("too many uploads are looked at");
    }
}
