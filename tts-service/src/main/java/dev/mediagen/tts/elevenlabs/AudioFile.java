package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Audio as it came over the wire, made a file that others can read.
///
/// @param asAsked whether it is what the caller wants and need not be encoded again
record AudioFile(Path path, boolean asAsked) {
    private static final int HEADER = 44;

    /// @param received is replaced when it is PCM
    static AudioFile of(Path received, OutputFormat format, AudioFormat wanted) throws ProviderException {
        try {
            var file = format.isPcm() ? withHeader(received, format.sampleRate()) : received;
            return new AudioFile(file, format.asAsked() && is(wanted, file));
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e).costly();
        }
    }

    /// One channel of 16 bit.
    private static Path withHeader(Path pcm, int sampleRate) throws IOException {
        var wav = pcm.resolveSibling(pcm.getFileName() + ".wav");
        int size = (int) Math.min(Files.size(pcm), Integer.MAX_VALUE - HEADER) & ~1;
        var header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF"))
                .putInt(HEADER - 8 + size)
                .put(ascii("WAVEfmt "))
                .putInt(16);
        header.putShort((short) 1).putShort((short) 1);
        header.putInt(sampleRate).putInt(2 * sampleRate).putShort((short) 2).putShort((short) 16);
        header.put(ascii("data")).putInt(size);
        try (var out = Files.newOutputStream(wav)) {
            out.write(header.array());
            Files.copy(pcm, out);
        }
        Files.delete(pcm);
        return wav;
    }

    /// Whether the file begins as one of this format does; a wav written while it was streamed does not know its
    /// size.
    private static boolean is(AudioFormat format, Path file) throws IOException {
        var start = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN);
        try (var in = Files.newInputStream(file)) {
            if (in.readNBytes(start.array(), 0, 12) < 12) return false;
        }
        return switch (format) {
            case MP3 -> begins(start, "ID3") || start.get(0) == -1 && (start.get(1) & 0xE0) == 0xE0;
            case WAV -> begins(start, "RIFF") && start.getInt(4) == Files.size(file) - 8;
            case OPUS -> begins(start, "OggS");
        };
    }

    private static boolean begins(ByteBuffer start, String magic) {
        return start.slice(0, magic.length()).equals(ByteBuffer.wrap(ascii(magic)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
