package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

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
final class AudioEncoder implements PcmSink, AutoCloseable {
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
    private MonoFrame frame;
    private float[] pending;
    private int held;
    private long sent;

    AudioEncoder(AudioEncoding encoding) {
        this.encoding = encoding;
    }

    static void encode(Pcm pcm, AudioEncoding encoding, Path target) throws MediaException {
        try (var writer = new AudioWriter(pcm.sampleRate(), encoding, target)) {
            writer.accept(pcm.samples());
            writer.finish();
        }
    }

    void open(Path target) throws MediaException {
        openCodec();
        openContainer(target);
        int size = codec.frame_size() == 0 ? CHUNK : codec.frame_size();
        pending = new float[size];
        frame = new MonoFrame(encoding.sampleFormat(), encoding.sampleRate(), size);
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

    @Override
    public void accept(float[] block) throws MediaException {
        for (int at = 0; at < block.length; ) {
            int count = Math.min(pending.length - held, block.length - at);
            System.arraycopy(block, at, pending, held, count);
            held += count;
            at += count;
            if (held == pending.length) {
                sendPending();
            }
        }
    }

    private void sendPending() throws MediaException {
        send(frame.fill(pending, 0, held).pts(sent));
        sent += held;
        held = 0;
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

    void flush() {
        avio_flush(output);
    }

    void finish() throws MediaException {
        if (held > 0) {
            sendPending();
        }
        if (sent == 0) {
            throw new MediaException("No samples to encode");
        }
        send(null);
        Libav.check(av_write_trailer(container), "Cannot write the end of the file");
        container.pb(null);
        Libav.check(avio_closep(output), "Cannot write the end of the file");
    }

    @Override
    public void close() {
        if (frame != null) {
            frame.close();
        }
        av_packet_free(packet);
        avcodec_free_context(codec);
        if (!output.isNull()) {
            avio_closep(output);
        }
        avformat_free_context(container);
    }
}
