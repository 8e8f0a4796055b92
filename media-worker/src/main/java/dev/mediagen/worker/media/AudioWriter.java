package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes one audio file block by block, so that no sound need ever be in memory whole. For one thread.
public final class AudioWriter implements PcmSink, AutoCloseable {
    private static final int CHUNK = 8192;
    private final Path target;
    private final AudioEncoder encoder;
    private Resampler resampler;
    private MonoFrame frame;
    private boolean finished;

    /// @param sampleRate Hz of the blocks
    /// @param target is replaced
    public AudioWriter(int sampleRate, AudioFormat format, AudioQuality quality, Path target) throws MediaException {
        this(sampleRate, AudioEncoding.of(format, quality), target);
    }

    AudioWriter(int sampleRate, AudioEncoding encoding, Path target) throws MediaException {
        this.target = target;
        this.encoder = new AudioEncoder(encoding);
        try {
            encoder.open(target);
            if (sampleRate != encoding.sampleRate()) {
                resampler = new Resampler(encoding.sampleRate(), encoder);
                frame = new MonoFrame(AV_SAMPLE_FMT_FLT, sampleRate, CHUNK);
            }
        } catch (MediaException | RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public void accept(float[] block) throws MediaException {
        if (resampler == null) {
            encoder.accept(block);
            return;
        }
        for (int from = 0; from < block.length; from += CHUNK) {
            resampler.accept(frame.fill(block, from, Math.min(CHUNK, block.length - from)));
        }
    }

    /// Puts everything that is encoded so far into the file, for somebody who reads it while it grows. Its head is
    /// written again when it is finished.
    public void flush() {
        encoder.flush();
    }

    /// Completes the file; without this, [#close()] removes it.
    public void finish() throws MediaException {
        if (resampler != null) {
            resampler.finish();
        }
        encoder.finish();
        finished = true;
    }

    @Override
    public void close() throws MediaException {
        encoder.close();
        if (resampler != null) {
            resampler.close();
        }
        if (frame != null) {
            frame.close();
        }
        if (!finished) {
            discard();
        }
    }

    private void discard() throws MediaException {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new MediaException("Cannot remove " + target.getFileName(), e);
        }
    }
}
