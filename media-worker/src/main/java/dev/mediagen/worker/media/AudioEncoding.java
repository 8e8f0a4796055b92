package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;

/// How libav is asked for a format.
///
/// @param sampleFormat what the encoder takes
/// @param bitRate bit/s, or 0 where the codec has no choice
record AudioEncoding(String codec, String container, int sampleFormat, int sampleRate, int bitRate) {
    static AudioEncoding of(AudioFormat format, AudioQuality quality) {
        return switch (format) {
            case MP3 ->
                switch (quality) {
                    case LOW -> mp3(22_050, 32_000);
                    case MEDIUM -> mp3(44_100, 128_000);
                    case HIGH -> mp3(44_100, 192_000);
                };
            case WAV ->
                switch (quality) {
                    case LOW -> wav(22_050);
                    case MEDIUM -> wav(44_100);
                    case HIGH -> wav(48_000);
                };
            case OPUS ->
                switch (quality) {
                    case LOW -> opus(32_000);
                    case MEDIUM -> opus(64_000);
                    case HIGH -> opus(128_000);
                };
        };
    }

    private static AudioEncoding mp3(int sampleRate, int bitRate) {
        return new AudioEncoding("libmp3lame", "mp3", AV_SAMPLE_FMT_FLTP, sampleRate, bitRate);
    }

    private static AudioEncoding wav(int sampleRate) {
        return new AudioEncoding("pcm_s16le", "wav", AV_SAMPLE_FMT_S16, sampleRate, 0);
    }

    private static AudioEncoding opus(int bitRate) {
        return new AudioEncoding("libopus", "ogg", AV_SAMPLE_FMT_FLT, 48_000, bitRate);
    }
}
