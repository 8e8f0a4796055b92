package dev.mediagen.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Sounds that pass for a voice where one listens no closer than a quality check: one channel of 16 bit.
final class TestSound {
    private TestSound() {}

    /// Seconds that saying a text takes.
    static double seconds(String text) {
        return 0.075 * text.length();
    }

    static byte[] voice(double seconds, int rate) {
        return wav(seconds, rate, 0.25);
    }

    static byte[] silence(double seconds, int rate) {
        return wav(seconds, rate, 0);
    }

    /// MP3 of 44.1 kHz and 128 kbit/s, in whole seconds.
    static byte[] mp3(double seconds) throws IOException {
        var mp3 = new ByteArrayOutputStream();
        try (var second = TestSound.class.getResourceAsStream("/voice.mp3")) {
            byte[] frames = second.readAllBytes();
            for (int i = 0; i < Math.ceil(seconds); i++) mp3.write(frames);
        }
        return mp3.toByteArray();
    }

    private static byte[] wav(double seconds, int rate, double level) {
        int samples = (int) (seconds * rate);
        var wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + 2 * samples).put(ascii("WAVEfmt ")).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(rate).putInt(2 * rate);
        wav.putShort((short) 2).putShort((short) 16).put(ascii("data")).putInt(2 * samples);
        for (int i = 0; i < samples; i++) {
            double t = 2 * Math.PI * i / rate;
            double syllables = 0.6 + 0.4 * Math.sin(4 * t);
            double tone = Math.sin(150 * t) + 0.5 * Math.sin(300 * t) + 0.3 * Math.sin(450 * t);
            wav.putShort((short) (Short.MAX_VALUE * level * syllables * tone / 1.8));
        }
        return wav.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
