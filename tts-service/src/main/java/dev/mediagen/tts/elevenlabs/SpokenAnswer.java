package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Audio and timings out of one JSON object. The audio, most of it, goes from file to file and is never in memory.
///
/// @param alignment of the characters that were sent, or null
/// @param normalized of the characters as they were read ("five dollars" for "$5"), or null
record SpokenAnswer(
        Path audio, ElevenLabsSpeechPayload.Alignment alignment, ElevenLabsSpeechPayload.Alignment normalized) {
    private static final CharacterTimings NONE = new CharacterTimings(List.of(), List.of(), List.of());

    /// @param json deleted when it has been read
    /// @throws ProviderException QUALITY_REJECTED when it cannot be read or has no audio
    static SpokenAnswer read(Path json, Path audio) throws ProviderException {
        try (var parser = ContractJson.mapper().createParser(json.toFile())) {
            var answer = read(parser, audio);
            if (!Files.exists(audio) || Files.size(audio) == 0) throw rejected("no audio came back", null);
            Files.delete(json);
            return answer;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw rejected("what came back is garbled", e);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e).costly();
        }
    }

    private static SpokenAnswer read(JsonParser parser, Path audio) throws IOException {
        ElevenLabsSpeechPayload.Alignment alignment = null;
        ElevenLabsSpeechPayload.Alignment normalized = null;
        boolean object = parser.nextToken() == JsonToken.START_OBJECT;
        while (object && parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            boolean timings = value == JsonToken.START_OBJECT;
            if (field.equals("audio_base64") && value == JsonToken.VALUE_STRING) copy(parser, audio);
            else if (field.equals("alignment") && timings) alignment = alignment(parser);
            else if (field.equals("normalized_alignment") && timings) normalized = alignment(parser);
            else parser.skipChildren();
        }
        return new SpokenAnswer(audio, alignment, normalized);
    }

    private static ElevenLabsSpeechPayload.Alignment alignment(JsonParser parser) throws IOException {
        return parser.readValueAs(ElevenLabsSpeechPayload.Alignment.class);
    }

    private static void copy(JsonParser parser, Path audio) throws IOException {
        try (var out = Files.newOutputStream(audio)) {
            parser.readBinaryValue(out);
        }
    }

    private static ProviderException rejected(String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "ElevenLabs: " + why, cause).costly();
    }

    /// @param text as it was sent
    /// @return null when there are none that fit the text, nor any of how it was read
    CharacterTimings timings(String text) {
        var written = complete(alignment);
        var read = complete(normalized);
        boolean fits = written != null && String.join("", written.characters()).equals(text);
        if (!fits && read == null) return null;
        var source = fits ? written : NONE;
        return new CharacterTimings(source.characters(), source.starts(), source.ends(), read);
    }

    private static CharacterTimings complete(ElevenLabsSpeechPayload.Alignment given) {
        if (given == null) return null;
        var characters = given.characters();
        var starts = given.characterStartTimesSeconds();
        var ends = given.characterEndTimesSeconds();
        if (hasGaps(characters) || hasGaps(starts) || hasGaps(ends)) return null;
        boolean even = starts.size() == characters.size() && ends.size() == characters.size();
        return even && !characters.isEmpty() ? new CharacterTimings(characters, starts, ends) : null;
    }

    private static boolean hasGaps(List<?> values) {
        return values == null || values.stream().anyMatch(value -> value == null);
    }
}
