package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/// Audio and timings out of a stream with a JSON object a line. The audio is kept and handed on while it arrives. For
/// one thread.
final class StreamedAnswer implements AutoCloseable {
    /// A second or two of audio is less than a tenth of it.
    private static final int LONGEST_LINE = 8 << 20;

    private final Path audio;
    private final OutputStream file;
    private final Consumer<byte[]> live;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final PiecedTimings written = new PiecedTimings();
    private final PiecedTimings read = new PiecedTimings();
    private boolean readThroughout = true;
    private boolean heard;

    /// @param audio takes all of it
    StreamedAnswer(Path audio, Consumer<byte[]> live) throws ProviderException {
        this.audio = audio;
        this.live = live;
        try {
            this.file = Files.newOutputStream(audio);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e);
        }
    }

    /// A call whose answer is taken while it arrives.
    interface Call {
        OutboundAnswer make(Consumer<byte[]> consumer) throws ProviderException, InterruptedException;
    }

    /// @throws ProviderException QUALITY_REJECTED when what comes cannot be read, and those of the call
    OutboundAnswer of(Call call) throws ProviderException, InterruptedException {
        try {
            var answer = call.make(this::take);
            if (line.size() > 0) endLine();
            return answer;
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw rejected("what came back is garbled", e);
        }
    }

    private void take(byte[] bytes) {
        for (byte next : bytes) {
            if (next == '\n') endLine();
            else line.write(next);
        }
        if (line.size() > LONGEST_LINE) throw new IllegalArgumentException("a line without end");
    }

    private void endLine() {
        var json = line.toByteArray();
        line.reset();
        if (new String(json, StandardCharsets.UTF_8).isBlank()) return;
        try {
            take(ContractJson.mapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void take(JsonNode piece) throws IOException {
        // a failure halfway comes as an object of its own
        if (piece.has("detail")) throw new IllegalArgumentException("broken off");
        boolean timed = add(written, piece.path("alignment"));
        // nothing says how long the whole of it is: one missing piece, and it is of no use
        if (!add(read, piece.path("normalized_alignment")) && timed) readThroughout = false;
        var bytes = piece.path("audio_base64").binaryValue();
        if (bytes == null || bytes.length == 0) return;
        heard = true;
        file.write(bytes);
        live.accept(bytes);
    }

    private static boolean add(PiecedTimings timings, JsonNode piece) throws IOException {
        return piece.isObject()
                && timings.add(ContractJson.mapper().treeToValue(piece, ElevenLabsSpeechPayload.Alignment.class));
    }

    /// @throws ProviderException QUALITY_REJECTED when there was no audio
    SpokenAnswer spoken() throws ProviderException {
        try {
            file.close();
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e).costly();
        }
        if (!heard) throw rejected("no audio came back", null);
        return new SpokenAnswer(audio, written.whole(), readThroughout ? read.whole() : null);
    }

    private static ProviderException rejected(String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "ElevenLabs: " + why, cause).costly();
    }

    @Override
    public void close() throws ProviderException {
        try {
            file.close();
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e);
        }
    }
}
