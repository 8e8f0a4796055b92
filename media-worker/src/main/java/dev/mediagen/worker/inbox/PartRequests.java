package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PartRequest;
import dev.mediagen.worker.events.EventPublisher;
import dev.mediagen.worker.events.EventReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// The door of a worker: what its consumers hand their records to.
@ApplicationScoped
public class PartRequests {
    private static final Logger LOG = Logger.getLogger(PartRequests.class);
    private final EventReader reader;
    private final EventPublisher publisher;
    private final WorkerLoop loop;

    PartRequests(EventReader reader, EventPublisher publisher, WorkerLoop loop) {
        this.reader = reader;
        this.publisher = publisher;
        this.loop = loop;
    }

    /// Records the request and returns: the record may be acknowledged. A request that cannot be read ends its part.
    ///
    /// @param part which part a record of this topic asks for
    public <R extends Record & PartRequest> void accept(ConsumerRecord<String, byte[]> raw, Class<R> type, Part part) {
        boolean readable = reader.read(raw, type, loop::accept);
        if (readable || raw.key() == null) return;
        var failure = new GenerationFailed(
                raw.key(), part, 0, 0, FailureCode.INVALID_REQUEST, "the request could not be read", null, false);
        try {
            publisher.publish(raw.key(), failure);
        } catch (RuntimeException e) {
            LOG.warnf("end of %s not published; it is asked for again: %s", raw.key(), e);
        }
    }

    /// Records a request that did not come by the broker and starts it here and now. If this replica dies, or the try
    /// fails, the part goes on as any other.
    ///
    /// @return done when the first try has ended, however it did; empty when it was not started here, because there
    /// is no room or because it is known already
    public Optional<CompletionStage<Void>> begin(PartRequest request) {
        return loop.begin(request).map(ended -> ended);
    }
}
