package dev.mediagen.alignment;

import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.PcmSink;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/// The sound of an audio file. Decoding it once more costs some milliseconds a minute; keeping it would cost memory.
record RecordedSound(Path file) implements Sound {
    @Override
    public void play(PcmSink sink) throws InterruptedException {
        try {
            AudioCodec.decode(file, SAMPLE_RATE, block -> {
                if (Thread.interrupted()) {
                    throw new Stopped();
                }
                sink.accept(block);
            });
        } catch (MediaException e) {
            throw new UncheckedIOException(e);
        } catch (Stopped e) {
            throw new InterruptedException("Decoding was cancelled");
        }
    }

    /// Gets through the decoder, which knows nothing of threads.
    private static final class Stopped extends RuntimeException {
        Stopped() {
            super(null, null, false, false);
        }
    }
}
