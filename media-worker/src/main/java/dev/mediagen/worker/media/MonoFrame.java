package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.ShortPointer;

/// A native frame of one channel that is filled again and again.
final class MonoFrame implements AutoCloseable {
    private final AVFrame frame = Libav.allocated(av_frame_alloc());
    private final float[] floats;
    private final short[] shorts;

    /// @param format 16 bit integers, or floats
    MonoFrame(int format, int sampleRate, int capacity) throws MediaException {
        frame.format(format).sample_rate(sampleRate).nb_samples(capacity);
        av_channel_layout_default(frame.ch_layout(), 1);
        floats = new float[capacity];
        shorts = new short[format == AV_SAMPLE_FMT_S16 ? capacity : 0];
        int code = av_frame_get_buffer(frame, 0);
        if (code < 0) {
            close();
            Libav.check(code, "No audio frame");
        }
    }

    /// @return valid until the next call
    AVFrame fill(float[] samples, int from, int count) throws MediaException {
        frame.nb_samples(floats.length);
        Libav.check(av_frame_make_writable(frame), "No audio frame");
        frame.nb_samples(count);
        for (int i = 0; i < count; i++) {
            floats[i] = proper(samples[from + i]);
        }
        if (shorts.length == 0) {
            new FloatPointer(frame.data(0)).put(floats, 0, count);
        } else {
            for (int i = 0; i < count; i++) {
                shorts[i] = (short) Math.round(floats[i] * Short.MAX_VALUE);
            }
            new ShortPointer(frame.data(0)).put(shorts, 0, count);
        }
        return frame;
    }

    /// Within full scale; and silence for NaN, on which LAME ends the whole process.
    static float proper(float sample) {
        return Float.isNaN(sample) ? 0 : Math.clamp(sample, -1f, 1f);
    }

    @Override
    public void close() {
        av_frame_free(frame);
    }
}
