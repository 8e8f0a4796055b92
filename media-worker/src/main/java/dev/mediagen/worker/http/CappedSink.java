package dev.mediagen.worker.http;

import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.AsyncFile;
import io.vertx.core.streams.WriteStream;

/// Takes a body up to a number of bytes, into a file where there is one, else into memory, where the first bytes stay
/// also when it is longer.
final class CappedSink implements WriteStream<Buffer> {
    private final Buffer memory = Buffer.buffer();
    private final AsyncFile file;
    private final long most;
    private long taken;
    /// The file is closed once something failed, and more may still arrive.
    private boolean failed;

    /// @param file null: into memory
    CappedSink(AsyncFile file, long most) {
        this.file = file;
        this.most = most;
    }

    byte[] memory() {
        return memory.getBytes();
    }

    @Override
    public Future<Void> write(Buffer data) {
        taken += data.length();
        failed |= taken > most;
        if (file == null) memory.appendBuffer(data.getBuffer(0, room(data)));
        if (failed) return Future.failedFuture(new TooLongException(most));
        return file == null ? Future.succeededFuture() : file.write(data).onFailure(e -> failed = true);
    }

    private int room(Buffer data) {
        return (int) Math.min(data.length(), most - memory.length());
    }

    @Override
    public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
        write(data).onComplete(handler);
    }

    @Override
    public void end(Handler<AsyncResult<Void>> handler) {
        (file == null ? Future.<Void>succeededFuture() : file.flush()).onComplete(handler);
    }

    @Override
    public boolean writeQueueFull() {
        return file != null && !failed && file.writeQueueFull();
    }

    @Override
    public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
        if (file != null) file.drainHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
        if (file != null) file.exceptionHandler(handler);
        return this;
    }

    @Override
    public WriteStream<Buffer> setWriteQueueMaxSize(int size) {
        if (file != null) file.setWriteQueueMaxSize(size);
        return this;
    }

    /// The server sends more than anybody asked for.
    static final class TooLongException extends Exception {
        TooLongException(long most) {
            super("the answer is longer than " + most + " bytes");
        }
    }
}
