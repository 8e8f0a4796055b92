package dev.mediagen.tts.audio;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.AudioWriter;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.PcmSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Pieces of speech put one after the other, sample by sample and block by block: memory does not grow with length.
///
/// Each piece loses its offset, its silence but for 40 ms at either end, and the difference of its loudness to the
/// others' (at most 6 dB). Between two pieces is exact silence of the length asked for; 8 ms of equal power lead into
/// it and out. Held at every seam and measured in tests:
///
/// - no click: from sample to sample the sound moves, within 10 ms of the seam, by at most twice the 99.9th percentile
///   of the 200 ms on either side;
/// - the pause is silent: at most -60 dBFS;
/// - no jump: the loudness (gated as BS.1770 does) of neighbours differs by at most 1.5 dB, where they came with at
///   most 12 dB between them.
///
/// @param places of the pieces, in order
/// @param duration seconds
public record Joined(Path file, List<Placed> places, double duration) {
    private static final int RATE = Measured.RATE;
    private static final int EDGE = RATE / 25;
    private static final int FADE = RATE / 125;

    /// @param pauses seconds of silence after each piece but the last
    /// @param target is replaced
    public static Joined of(
            List<Measured> pieces, List<Double> pauses, AudioFormat format, AudioQuality quality, Path target)
            throws MediaException, InterruptedException {
        var gains = Gains.of(pieces);
        var places = new ArrayList<Placed>();
        long at = 0;
        try (var writer = new AudioWriter(RATE, format, quality, target)) {
            for (int index = 0; index < pieces.size(); index++) {
                if (Thread.interrupted()) throw new InterruptedException();
                var cut = Cut.of(pieces.get(index), gains[index]);
                cut.write(writer);
                places.add(new Placed(seconds(cut.from), seconds(at), seconds(cut.length())));
                at += cut.length();
                if (index < pauses.size()) at += silence(pauses.get(index), writer);
            }
            writer.finish();
        }
        return new Joined(target, List.copyOf(places), seconds(at));
    }

    private static double seconds(long samples) {
        return samples / (double) RATE;
    }

    private static long silence(double seconds, PcmSink sink) throws MediaException {
        int length = (int) Math.round(seconds * RATE);
        if (length > 0) sink.accept(new float[length]);
        return length;
    }

    /// What is kept of a piece.
    private record Cut(Measured piece, long from, long to, double gain) {
        static Cut of(Measured piece, double gain) {
            long from = Math.max(0, piece.begin() - EDGE);
            long to = Math.min(piece.samples(), piece.end() + EDGE);
            return new Cut(piece, from, to, gain);
        }

        long length() {
            return to - from;
        }

        void write(PcmSink sink) throws MediaException {
            AudioCodec.decode(piece.file(), RATE, new PcmSink() {
                private long at;

                @Override
                public void accept(float[] block) throws MediaException {
                    int first = Math.clamp(from - at, 0, block.length);
                    int last = Math.clamp(to - at, 0, block.length);
                    var kept = new float[last - first];
                    for (int index = first; index < last; index++) kept[index - first] = at(block[index], at + index);
                    at += block.length;
                    if (kept.length > 0) sink.accept(kept);
                }
            });
        }

        private float at(float sample, long index) {
            long edge = Math.min(index - from, to - 1 - index);
            double fade = edge >= FADE ? 1 : Math.sin(Math.PI / 2 * edge / FADE);
            return (float) ((sample - piece.offset()) * gain * fade);
        }
    }
}
