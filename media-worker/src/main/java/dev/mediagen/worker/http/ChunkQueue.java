package dev.mediagen.worker.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Between the event loop, which must not wait, and a consumer that may: whoever is slow slows the server down.
final class ChunkQueue implements WriteStream<Buffer> {
    private static final Buffer END = Buffer.buffer();
    private static final int MANY = 16;
    private final long most;
    private long taken;
    private final BlockingQueue<Buffer> waiting = new LinkedBlockingQueue<>();
    private volatile Handler<Void> drained = now -> {};

    /// @param most bytes that are taken
    ChunkQueue(long most) {
        this.most = most;
    }

    /// Hands on what arrives until there is no more. The limit holds while data arrives, too.
    void handOn(Consumer<byte[]> consumer, Duration limit) throws InterruptedException, TimeoutException {
        long end = System.nanoTime() + limit.toNanos();
        for (var chunk = next(end); chunk != END; chunk = next(end)) {
            consumer.accept(chunk.getBytes());
            if (!writeQueueFull()) drained.handle(null);
        }
    }

    private Buffer next(long end) throws InterruptedException, TimeoutException {
        long left = end - System.nanoTime();
        var chunk = left > 0 ? waiting.poll(left, TimeUnit.NANOSECONDS) : null;
        if (chunk == null) throw new TimeoutException();
        return chunk;
    }

    /// Nothing more comes, for whatever reason.
    void finish() {
        waiting.add(END);
    }

    @Override
    public Future<Void> write(Buffer data) {
        taken += data.length();
        if (taken > most) return Future.failedFuture(new CappedSink.TooLongException(most));
        waiting.add(data);
        return Future.succeededFuture();
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        Future.<Void>succeededFuture().onComplete(handler);
    }

    @Override
    public boolean writeQueueFull() {
        return waiting.size() >= MANY;
    }

    /// The consumer may have taken everything between the question whether it is full and this.
    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        drained = handler == null ? now -> {} : handler;
        if (!writeQueueFull()) drained.handle(null);
        return this;
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        return this;
    }
}
