package dev.mediagen.alignment;

import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.media.PcmSink;
import java.io.UncheckedIOException;

/// Sound that can be heard as often as needed. It need not be in memory whole: an hour takes 230 MB.
public interface Sound {
    /// Hz
    int SAMPLE_RATE = 16_000;

    /// Plays all of it, one channel, block by block; the same each time.
    ///
    /// @throws UncheckedIOException with a [MediaException] when it cannot be decoded
    /// @throws InterruptedException soon after the thread was interrupted
    void play(PcmSink sink) throws InterruptedException;

    /// @param pcm in memory, at [#SAMPLE_RATE]
    static Sound of(Pcm pcm) {
        if (pcm.sampleRate() != SAMPLE_RATE) {
            throw new IllegalArgumentException(pcm.sampleRate() + " Hz");
        }
        return sink -> {
            try {
                sink.accept(pcm.samples());
            } catch (MediaException e) {
                throw new UncheckedIOException(e);
            }
        };
    }
}
