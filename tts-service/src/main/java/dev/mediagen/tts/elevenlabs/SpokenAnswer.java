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
/// @param alignment of the characters that were sent, or null; what normalised text sounds like is left
record SpokenAnswer(Path audio, ElevenLabsSpeechPayload.Alignment alignment) {

    /// @param json deleted when it has been read
    /// @throws ProviderException QUALITY_REJECTED when it cannot be read or has no audio
    static SpokenAnswer read(Path json, Path audio) throws ProviderException {
        try (var parser = ContractJson.mapper().createParser(json.toFile())) {
            var alignment = read(parser, audio);
            if (!Files.exists(audio) || Files.size(audio) == 0) throw rejected("no audio came back", null);
            Files.delete(json);
            return new SpokenAnswer(audio, alignment);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw rejected("what came back is garbled", e);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be written", e).costly();
        }
    }

    private static ElevenLabsSpeechPayload.Alignment read(JsonParser parser, Path audio) throws IOException {
        ElevenLabsSpeechPayload.Alignment alignment = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) return null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (field.equals("audio_base64") && value == JsonToken.VALUE_STRING) copy(parser, audio);
            else if (field.equals("alignment") && value == JsonToken.START_OBJECT)
                alignment = parser.readValueAs(ElevenLabsSpeechPayload.Alignment.class);
            else parser.skipChildren();
        }
        return alignment;
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
    /// @return null when there are none that fit the text
    CharacterTimings timings(String text) {
        if (alignment == null) return null;
        var characters = alignment.characters();
        var starts = alignment.characterStartTimesSeconds();
        var ends = alignment.characterEndTimesSeconds();
        if (hasGaps(characters) || hasGaps(starts) || hasGaps(ends)) return null;
        if (starts.size() != characters.size() || ends.size() != characters.size()) return null;
        return String.join("", characters).equals(text) ? new CharacterTimings(characters, starts, ends) : null;
    }

    private static boolean hasGaps(List<?> values) {
        return values == null || values.stream().anyMatch(value -> value == null);
    }
}
