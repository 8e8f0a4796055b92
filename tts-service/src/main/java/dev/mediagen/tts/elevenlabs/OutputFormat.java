package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import java.util.List;

/// What ElevenLabs is asked to answer with.
///
/// @param wireName such as `mp3_44100_128`
/// @param asAsked whether that is what the caller wants, so that nothing needs to be encoded
record OutputFormat(String wireName, boolean asAsked) {
    /// Every plan has it; PCM comes without a header.
    private static final OutputFormat MODEST_PCM = raw("pcm_24000");

    private static OutputFormat as(String wireName) {
        return new OutputFormat(wireName, true);
    }

    private static OutputFormat raw(String wireName) {
        return new OutputFormat(wireName, false);
    }

    /// Of speech and converted voices: the wished first, then what lesser plans have.
    static List<OutputFormat> voice(AudioFormat format, AudioQuality quality) {
        return switch (format) {
            case MP3 -> mp3(quality);
            case WAV ->
                switch (quality) {
                    case LOW -> List.of(as("wav_22050"), as("pcm_22050"));
                    case MEDIUM -> List.of(as("wav_44100"), MODEST_PCM);
                    case HIGH -> List.of(as("wav_48000"), MODEST_PCM);
                };
            case OPUS -> List.of(opus(quality), MODEST_PCM);
        };
    }

    /// Of chunks, which are joined and only then encoded.
    static List<OutputFormat> chunk(AudioFormat format, AudioQuality quality) {
        if (quality == AudioQuality.LOW && format != AudioFormat.OPUS) return List.of(MODEST_PCM);
        boolean full = format == AudioFormat.OPUS || quality == AudioQuality.HIGH && format == AudioFormat.WAV;
        return List.of(raw(full ? "pcm_48000" : "pcm_44100"), MODEST_PCM);
    }

    /// Of sound effects: no wav; PCM would not say how many channels it has.
    static List<OutputFormat> effect(AudioFormat format, AudioQuality quality) {
        return switch (format) {
            case MP3 -> mp3(quality);
            case WAV -> List.of(raw("mp3_44100_192"), raw("mp3_44100_128"));
            case OPUS -> List.of(opus(quality), raw("mp3_44100_128"));
        };
    }

    private static List<OutputFormat> mp3(AudioQuality quality) {
        return switch (quality) {
            case LOW -> List.of(as("mp3_22050_32"));
            case MEDIUM -> List.of(as("mp3_44100_128"));
            // encoding the lesser one again would not make it better
            case HIGH -> List.of(as("mp3_44100_192"), as("mp3_44100_128"));
        };
    }

    /// Of speech that is heard while it is made, so as it is asked for; no wav.
    static List<OutputFormat> stream(AudioFormat format, AudioQuality quality) {
        return format == AudioFormat.MP3 ? mp3(quality) : List.of(opus(quality));
    }

    private static OutputFormat opus(AudioQuality quality) {
        return switch (quality) {
            case LOW -> as("opus_48000_32");
            case MEDIUM -> as("opus_48000_64");
            case HIGH -> as("opus_48000_128");
        };
    }

    boolean isPcm() {
        return wireName.startsWith("pcm_");
    }

    /// Hz; of PCM only.
    int sampleRate() {
        return Integer.parseInt(wireName.substring("pcm_".length()));
    }
}
