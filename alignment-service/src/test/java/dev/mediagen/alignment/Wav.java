package dev.mediagen.alignment;

import dev.mediagen.worker.media.Pcm;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// A RIFF file of 16 bit samples.
final class Wav {
    private static final int HEADER = 44;

    private Wav() {}

    static byte[] of(Pcm audio) {
        int size = audio.samples().length * 2;
        ByteBuffer wav = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        tag(wav, "RIFF").putInt(HEADER - 8 + size);
        tag(wav, "WAVE");
        tag(wav, "fmt ").putInt(16).putShort((short) 1).putShort((short) 1);
        wav.putInt(audio.sampleRate())
                .putInt(audio.sampleRate() * 2)
                .putShort((short) 2)
                .putShort((short) 16);
        tag(wav, "data").putInt(size);
        for (float sample : audio.samples()) {
            wav.putShort((short) Math.round(sample * Short.MAX_VALUE));
        }
        return wav.array();
    }

    private static ByteBuffer tag(ByteBuffer buffer, String tag) {
        return buffer.put(tag.getBytes(StandardCharsets.US_ASCII));
    }
}
