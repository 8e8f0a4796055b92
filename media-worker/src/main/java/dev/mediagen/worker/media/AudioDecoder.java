package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/// One pass over the audio of one file.
final class AudioDecoder implements AutoCloseable {
    /// Takes decoded sound; the frame is only valid during the call.
    interface Sink {
        void accept(AVFrame frame) throws MediaException;
    }

    // Uploads are hostile: what is not listed is not parsed, and cover art is never decoded.
    private static final String CONTAINERS = "mp3,wav,w64,ogg,mov,mp4,m4a,flac,aac,matroska,webm,aiff,caf,amr,au";
    private static final String CODECS = "mp3float,mp3,mp2float,mp2,aac,aac_latm,opus,vorbis,flac,alac,amrnb,amrwb,"
            + "pcm_u8,pcm_s8,pcm_s16le,pcm_s16be,pcm_s24le,pcm_s24be,pcm_s32le,pcm_s32be,pcm_f32le,pcm_f32be,"
            + "pcm_f64le,pcm_f64be,pcm_alaw,pcm_mulaw,adpcm_ms,adpcm_ima_wav";

    private static final int MIN_RATE = 4_000;
    private static final int MAX_RATE = 384_000;

    static {
        Libav.load();
    }

    private final AVFormatContext container = new AVFormatContext(null);
    private AVCodecContext codec = new AVCodecContext(null);
    private final AVPacket packet = Libav.allocated(av_packet_alloc());
    private final AVFrame frame = Libav.allocated(av_frame_alloc());
    private int stream;
    private long intact;
    private long damaged;
    private double seconds;

    private AudioDecoder() {}

    static void decode(Path file, Sink sink) throws MediaException {
        if (!Files.isRegularFile(file)) {
            throw new MediaException("No such file: " + file.getFileName());
        }
        try (AudioDecoder decoder = new AudioDecoder()) {
            decoder.openContainer(file);
            decoder.openCodec();
            decoder.run(sink);
        }
    }

    private void openContainer(Path file) throws MediaException {
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "protocol_whitelist", "file", 0);
            av_dict_set(options, "format_whitelist", CONTAINERS, 0);
            av_dict_set(options, "codec_whitelist", CODECS, 0);
            Libav.check(
                    avformat_open_input(container, Libav.url(file), (AVInputFormat) null, options),
                    "Not a known kind of audio file");
        } finally {
            av_dict_free(options);
        }
        Libav.check(avformat_find_stream_info(container, (AVDictionary) null), "Unreadable audio file");
        stream = Libav.check(
                av_find_best_stream(container, AVMEDIA_TYPE_AUDIO, -1, -1, (AVCodec) null, 0), "No audio in the file");
    }

    private void openCodec() throws MediaException {
        AVStream audio = container.streams(stream);
        AVCodec decoder = avcodec_find_decoder(audio.codecpar().codec_id());
        if (decoder == null) {
            throw new MediaException("No decoder for the audio in the file");
        }
        codec = Libav.allocated(avcodec_alloc_context3(decoder));
        Libav.check(avcodec_parameters_to_context(codec, audio.codecpar()), "Unreadable audio parameters");
        codec.pkt_timebase(audio.time_base()).thread_count(1);
        AVDictionary options = new AVDictionary(null);
        try {
            av_dict_set(options, "codec_whitelist", CODECS, 0);
            Libav.check(avcodec_open2(codec, decoder, options), "Unreadable audio parameters");
        } finally {
            av_dict_free(options);
        }
    }

    private void run(Sink sink) throws MediaException {
        // Any failure to read on is the end of a file that was cut off.
        while (av_read_frame(container, packet) >= 0) {
            try {
                if (packet.stream_index() == stream && tolerate(avcodec_send_packet(codec, packet))) {
                    drain(sink);
                }
            } finally {
                av_packet_unref(packet);
            }
        }
        if (tolerate(avcodec_send_packet(codec, null))) {
            drain(sink);
        }
        if (intact == 0 || damaged > intact) {
            throw new MediaException("Damaged audio: %d good frames, %d bad".formatted(intact, damaged));
        }
    }

    private void drain(Sink sink) throws MediaException {
        int code = avcodec_receive_frame(codec, frame);
        while (code != AVERROR_EAGAIN() && code != AVERROR_EOF()) {
            if (tolerate(code)) {
                intact++;
                requireModest();
                sink.accept(frame);
            }
            code = avcodec_receive_frame(codec, frame);
        }
    }

    /// Resampling from a made-up rate would take any amount of memory.
    private void requireModest() throws MediaException {
        int rate = frame.sample_rate();
        if (rate < MIN_RATE || rate > MAX_RATE) {
            throw new MediaException("Audio of " + rate + " Hz");
        }
        seconds += frame.nb_samples() / (double) rate;
        if (seconds > AudioCodec.LIMIT_SECONDS) {
            throw new MediaException("Audio longer than " + AudioCodec.LIMIT_SECONDS + " s");
        }
    }

    /// Players skip a frame with broken bits, and so do we, up to half of them.
    private boolean tolerate(int code) throws MediaException {
        if (code == AVERROR_INVALIDDATA()) {
            damaged++;
            return false;
        }
        Libav.check(code, "Audio cannot be decoded");
        return true;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(codec);
        avformat_close_input(container);
    }
}
