package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swresample.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/// Brings frames of any shape to one channel of floats at one rate, and keeps them.
final class Resampler implements AutoCloseable {
    private static final int CHUNK = 8192;

    static {
        Libav.load();
    }

    private final int sampleRate;
    private final AVChannelLayout mono = new AVChannelLayout();
    private final AVChannelLayout layout = new AVChannelLayout();
    private final SwrContext context = new SwrContext();
    private final List<float[]> blocks = new ArrayList<>();
    private int format;
    private int rate;

    Resampler(int sampleRate) {
        this.sampleRate = sampleRate;
        av_channel_layout_default(mono, 1);
    }

    /// The same sound at another rate.
    static float[] resample(Pcm pcm, int sampleRate) throws MediaException {
        if (pcm.sampleRate() == sampleRate) {
            return pcm.samples();
        }
        try (Resampler resampler = new Resampler(sampleRate);
                MonoFrame frame = new MonoFrame(AV_SAMPLE_FMT_FLT, pcm.sampleRate(), CHUNK)) {
            float[] samples = pcm.samples();
            for (int from = 0; from < samples.length; from += CHUNK) {
                resampler.accept(frame.fill(samples, from, Math.min(CHUNK, samples.length - from)));
            }
            return resampler.finish().samples();
        }
    }

    void accept(AVFrame frame) throws MediaException {
        if (context.isNull() || changed(frame)) {
            flush();
            configure(frame);
        }
        convert(frame.extended_data(), frame.nb_samples());
    }

    /// All that was accepted; call once.
    Pcm finish() throws MediaException {
        flush();
        float[] samples =
                new float[blocks.stream().mapToInt(block -> block.length).sum()];
        int at = 0;
        for (float[] block : blocks) {
            System.arraycopy(block, 0, samples, at, block.length);
            at += block.length;
        }
        return new Pcm(samples, sampleRate);
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
            blocks.add(block);
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
