package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// Writes one audio file.
final class AudioEncoder implements AutoCloseable {
    private static final int CHUNK = 4096;

    static {
        Libav.load();
    }

    private final AudioEncoding encoding;
    private final AVFormatContext container = new AVFormatContext(null);
    private AVCodecContext codec = new AVCodecContext(null);
    private final AVIOContext output = new AVIOContext(null);
    private final AVPacket packet = Libav.allocated(av_packet_alloc());
    private AVStream stream;

    private AudioEncoder(AudioEncoding encoding) {
        this.encoding = encoding;
    }

    static void encode(Pcm pcm, AudioEncoding encoding, Path target) throws MediaException {
        if (pcm.samples().length == 0) {
            throw new MediaException("No samples to encode");
        }
        float[] samples = Resampler.resample(pcm, encoding.sampleRate());
        boolean written = false;
        try (AudioEncoder encoder = new AudioEncoder(encoding)) {
            encoder.openCodec();
            encoder.openContainer(target);
            encoder.write(samples);
            encoder.finish();
            written = true;
        } finally {
            if (!written) {
                discard(target);
            }
        }
    }

    private void openCodec() throws MediaException {
        Libav.check(
                avformat_alloc_output_context2(container, (AVOutputFormat) null, encoding.container(), (String) null),
                "Cannot write " + encoding.container());
        AVCodec encoder = Libav.allocated(avcodec_find_encoder_by_name(encoding.codec()));
        codec = Libav.allocated(avcodec_alloc_context3(encoder));
        codec.sample_fmt(encoding.sampleFormat())
                .sample_rate(encoding.sampleRate())
                .bit_rate(encoding.bitRate())
                .thread_count(1);
        codec.time_base().num(1).den(encoding.sampleRate());
        av_channel_layout_default(codec.ch_layout(), 1);
        boolean headerApart = (container.oformat().flags() & AVFMT_GLOBALHEADER) != 0;
        codec.flags(AV_CODEC_FLAG_BITEXACT | (headerApart ? AV_CODEC_FLAG_GLOBAL_HEADER : 0));
        Libav.check(avcodec_open2(codec, encoder, (AVDictionary) null), "Cannot encode " + encoding.codec());
    }

    private void openContainer(Path target) throws MediaException {
        container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
        stream = Libav.allocated(avformat_new_stream(container, null));
        stream.time_base().num(1).den(encoding.sampleRate());
        Libav.check(avcodec_parameters_from_context(stream.codecpar(), codec), "Cannot write " + encoding.container());
        Libav.check(avio_open(output, Libav.url(target), AVIO_FLAG_WRITE), "Cannot open the file to write");
        container.pb(output);
        writeHeader();
    }

    private void writeHeader() throws MediaException {
        AVDictionary options = new AVDictionary(null);
        AVDictionary tags = new AVDictionary(null);
        try {
            if (encoding.container().equals("mp3")) {
                av_dict_set(options, "id3v2_version", "0", 0);
                // Some players only trust the delay in the header when LAME signed it.
                av_dict_set(tags, "encoder", "LAME3.100", 0);
                stream.metadata(tags);
            }
            Libav.check(avformat_write_header(container, options), "Cannot write the header");
        } finally {
            av_dict_free(options);
        }
    }

    private void write(float[] samples) throws MediaException {
        int size = codec.frame_size() == 0 ? CHUNK : codec.frame_size();
        try (MonoFrame frame = new MonoFrame(encoding.sampleFormat(), encoding.sampleRate(), size)) {
            for (int from = 0; from < samples.length; from += size) {
                send(frame.fill(samples, from, Math.min(size, samples.length - from))
                        .pts(from));
            }
        }
        send(null);
    }

    private void send(AVFrame frame) throws MediaException {
        Libav.check(avcodec_send_frame(codec, frame), "Cannot encode");
        int code = avcodec_receive_packet(codec, packet);
        while (code != AVERROR_EAGAIN() && code != AVERROR_EOF()) {
            Libav.check(code, "Cannot encode");
            av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
            packet.stream_index(stream.index());
            Libav.check(av_interleaved_write_frame(container, packet), "Cannot write audio");
            code = avcodec_receive_packet(codec, packet);
        }
    }

    private void finish() throws MediaException {
        Libav.check(av_write_trailer(container), "Cannot write the end of the file");
        container.pb(null);
        Libav.check(avio_closep(output), "Cannot write the end of the file");
    }

    private static void discard(Path target) throws MediaException {
        try {
            Files.deleteIfExists(target);
        } catch (IOException e) {
            throw new MediaException("Cannot remove " + target.getFileName(), e);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(codec);
        if (!output.isNull()) {
            avio_closep(output);
        }
        avformat_free_context(container);
    }
}
