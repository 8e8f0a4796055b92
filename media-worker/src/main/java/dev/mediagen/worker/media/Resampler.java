package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Brings frames of any shape to one channel of floats at one rate.
final class Resampler implements AutoCloseable {
    static {
        Libav.load();
    }

    private final int sampleRate;
    private final AVChannelLayout mono = new AVChannelLayout();
    private final AVChannelLayout layout = new AVChannelLayout();
    private final SwrContext context = new SwrContext();
    private final PcmSink sink;
    private int format;
    private int rate;

    Resampler(int sampleRate, PcmSink sink) {
        this.sampleRate = sampleRate;
        this.sink = sink;
        av_channel_layout_default(mono, 1);
    }

    void accept(AVFrame frame) throws MediaException {
        if (context.isNull() || changed(frame)) {
            flush();
            configure(frame);
        }
        convert(frame.extended_data(), frame.nb_samples());
    }

    /// Gives out what is still held back; call once.
    void finish() throws MediaException {
        flush();
    }

    private boolean changed(AVFrame frame) {
        return frame.format() != format
                || frame.sample_rate() != rate
                || av_channel_layout_compare(frame.ch_layout(), layout) != 0;
    }

    private void configure(AVFrame frame) throws MediaException {
        swr_free(context);
        format = frame.format();
        rate = frame.sample_rate();
        Libav.check(av_channel_layout_copy(layout, frame.ch_layout()), "Unknown channels");
        Libav.check(
                swr_alloc_set_opts2(context, mono, AV_SAMPLE_FMT_FLT, sampleRate, layout, format, rate, 0, null),
                "Cannot resample");
        // Without this a mix to floats is not scaled: equal channels would come out 3 dB louder.
        av_opt_set_double(context, "rematrix_maxval", 1, 0);
        Libav.check(swr_init(context), "Cannot resample from " + rate + " Hz");
    }

    private void flush() throws MediaException {
        if (!context.isNull()) {
            while (convert(null, 0) > 0) {}
        }
    }

    private int convert(PointerPointer<?> input, int count) throws MediaException {
        int room = Math.max(1, Libav.check(swr_get_out_samples(context, count), "Cannot resample"));
        try (FloatPointer samples = new FloatPointer(room);
                PointerPointer<FloatPointer> output = new PointerPointer<>(1)) {
            output.put(0, samples);
            int made = Libav.check(swr_convert(context, output, room, input, count), "Cannot resample");
            float[] block = new float[made];
            samples.get(block);
            for (int i = 0; i < made; i++) {
                block[i] = MonoFrame.proper(block[i]);
            }
            if (made > 0) {
                sink.accept(block);
            }
            return made;
        }
    }

    @Override
    public void close() {
        swr_free(context);
        av_channel_layout_uninit(layout);
        layout.close();
        mono.close();
    }
}
