package dev.mediagen.worker.media;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.nio.file.Path;

/// Reads and writes audio files with the libav libraries, inside this process. Stateless; every call frees what it
/// took.
///
/// The content alone says what a file is, never its name. Only plain containers of audio are opened: no playlists, no
/// files that name other files. A file that ends early gives what it has; one without a single sound is an error, as
/// is one of more than [#LIMIT_SECONDS] (a few bytes of FLAC can stand for hours).
public final class AudioCodec {
    /// The longest audio that is read.
    public static final int LIMIT_SECONDS = 3600;

    private AudioCodec() {}

    /// Decodes an audio file (mp3, wav, Ogg Opus or Vorbis, m4a, flac, WebM, ...) to one channel. What the encoder
    /// put before and after the sound is dropped, as players do, so that times in the samples are times in the
    /// player.
    ///
    /// @param sampleRate Hz of the result
    /// @throws MediaException if the file is not audio or longer than [#LIMIT_SECONDS]
    public static Pcm decode(Path file, int sampleRate) throws MediaException {
        var blocks = new PcmBlocks();
        decode(file, sampleRate, blocks);
        return new Pcm(blocks.samples(), sampleRate);
    }

    /// The same block by block, for what need not be in memory whole. The same file gives the same samples each time.
    public static void decode(Path file, int sampleRate, PcmSink sink) throws MediaException {
        try (Resampler resampler = new Resampler(sampleRate, sink)) {
            AudioDecoder.decode(file, resampler::accept);
            resampler.finish();
        }
    }

    /// Encodes one channel. Equal samples give equal bytes.
    ///
    /// | format | low | medium | high |
    /// |---|---|---|---|
    /// | mp3 | 22.05 kHz, 32 kbit/s | 44.1 kHz, 128 kbit/s | 44.1 kHz, 192 kbit/s |
    /// | wav | 22.05 kHz, 16 bit | 44.1 kHz, 16 bit | 48 kHz, 16 bit |
    /// | opus in Ogg | 48 kHz, 32 kbit/s | 48 kHz, 64 kbit/s | 48 kHz, 128 kbit/s |
    ///
    /// @param target is replaced, and does not exist after a failure. [AudioWriter] does the same block by block.
    public static void encode(Pcm pcm, AudioFormat format, AudioQuality quality, Path target) throws MediaException {
        AudioEncoder.encode(pcm, AudioEncoding.of(format, quality), target);
    }

    /// Seconds of sound that [#decode(Path, int)] gives. Decodes the file, because headers guess and lie; keeps
    /// nothing of it.
    public static double duration(Path file) throws MediaException {
        double[] seconds = {0};
        AudioDecoder.decode(file, frame -> seconds[0] += frame.nb_samples() / (double) frame.sample_rate());
        return seconds[0];
    }
}
