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
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Audio and timings out of a stream with a JSON object a line. The audio is kept and handed on while it arrives. For
/// one thread.
final class StreamedAnswer implements AutoCloseable {
    /// A second or two of audio is less than a tenth of it.
    private static final int LONGEST_LINE = 8 << 20;

    private static final double STEP_BACK = 0.05;
    private final Path audio;
    private final OutputStream file;
    private final Consumer<byte[]> live;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final List<String> characters = new ArrayList<>();
    private final List<Double> starts = new ArrayList<>();
    private final List<Double> ends = new ArrayList<>();
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
        var alignment = piece.path("alignment");
        if (alignment.isObject())
            add(ContractJson.mapper().treeToValue(alignment, ElevenLabsSpeechPayload.Alignment.class));
        var bytes = piece.path("audio_base64").binaryValue();
        if (bytes == null || bytes.length == 0) return;
        heard = true;
        file.write(bytes);
        live.accept(bytes);
    }

    /// Times count from the beginning of the stream; if a piece begins anew, from where the one before ended.
    private void add(ElevenLabsSpeechPayload.Alignment piece) {
        if (piece.characters() == null || hasGaps(piece.characterStartTimesSeconds())) return;
        if (hasGaps(piece.characterEndTimesSeconds())) return;
        var begins = piece.characterStartTimesSeconds();
        double end = ends.isEmpty() ? 0 : ends.getLast();
        boolean anew = !begins.isEmpty() && begins.getFirst() < end - STEP_BACK;
        characters.addAll(piece.characters());
        begins.forEach(time -> starts.add(time + (anew ? end : 0)));
        piece.characterEndTimesSeconds().forEach(time -> ends.add(time + (anew ? end : 0)));
    }

    /// Without its times a piece is left out, and the others do not fit the text any more: it is aligned anew.
    private static boolean hasGaps(List<Double> times) {
        return times == null || times.stream().anyMatch(time -> time == null);
    }

    /// @throws ProviderException QUALITY_REJECTED when there was no audio
    SpokenAnswer spoken() throws ProviderException {
        try {
            file.close();
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e).costly();
        }
        if (!heard) throw rejected("no audio came back", null);
        return new SpokenAnswer(audio, new ElevenLabsSpeechPayload.Alignment(characters, starts, ends));
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
