package dev.mediagen.tts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jboss.logging.Logger;

/// A speech on its way to somebody who listens while it is made. A file lies between the two: whoever listens slowly
/// holds up nobody, and costs no memory. Nothing that happens to the listener touches the speech.
final class LiveAudio implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(LiveAudio.class);
    private final FileChannel file;
    private State state;
    private long written;
    private long read;

    private enum State {
        OPEN,
        /// All of it is there.
        ENDED,
        /// What is there is not all of it, and nothing follows.
        CUT,
        /// Nobody listens.
        LEFT
    }

    private LiveAudio(FileChannel file, State state) {
        this.file = file;
        this.state = state;
    }

    static LiveAudio open() throws IOException {
        var path = Files.createTempFile("mediagen-live-", ".audio");
        var options = new StandardOpenOption[] {
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE
        };
        return new LiveAudio(FileChannel.open(path, options), State.OPEN);
    }

    /// Nobody listens.
    static LiveAudio unheard() {
        return new LiveAudio(null, State.LEFT);
    }

    /// Whether somebody listens and may hear more.
    synchronized boolean isOpen() {
        return state == State.OPEN;
    }

    /// Bytes handed on so far.
    synchronized long written() {
        return written;
    }

    synchronized void write(byte[] audio) {
        if (state != State.OPEN) return;
        try {
            var bytes = ByteBuffer.wrap(audio);
            while (bytes.hasRemaining()) written += file.write(bytes, written);
        } catch (IOException e) {
            LOG.warnf("live audio is cut: %s", e.toString());
            state = State.CUT;
        }
        notifyAll();
    }

    synchronized void end() {
        finish(State.ENDED);
    }

    /// Not to be heard to its end: what was handed on is not what will be kept, or nothing was made.
    synchronized void cut() {
        finish(State.CUT);
    }

    private void finish(State last) {
        if (state == State.OPEN) state = last;
        notifyAll();
    }

    /// Waits until something can be heard.
    ///
    /// @return false when nothing ever will
    synchronized boolean begins() throws InterruptedException {
        while (state == State.OPEN && written == 0) wait();
        return written > 0 && state != State.LEFT;
    }

    /// Waits for more.
    ///
    /// @return -1 at the end
    /// @throws IOException when it was cut
    synchronized int read(byte[] buffer) throws IOException, InterruptedException {
        while (state == State.OPEN && read == written) wait();
        if (read == written) {
            if (state == State.ENDED) return -1;
            throw new IOException("the audio was cut");
        }
        int count = file.read(ByteBuffer.wrap(buffer), read);
        read += count;
        return count;
    }

    /// The listener has gone.
    @Override
    public synchronized void close() throws IOException {
        state = State.LEFT;
        notifyAll();
        if (file != null) file.close();
    }
}
