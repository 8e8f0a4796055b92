package dev.mediagen.alignment.elevenlabs;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The answer of `/v1/forced-alignment`, read piece by piece. What is missing or of another type is null.
///
/// @param characters of the text that was sent
/// @param loss over the whole: 0 when it is certain, unbounded upwards
record ElevenLabsAlignmentPayload(List<Piece> characters, List<Piece> words, Double loss) {

    /// @param start seconds
    /// @param end seconds
    /// @param loss of a word
    record Piece(String text, Double start, Double end, Double loss) {}

    /// @param most pieces that make sense; whoever sends more is not believed
    /// @throws ProviderException QUALITY_REJECTED when it cannot be read or has no times
    static ElevenLabsAlignmentPayload read(Path json, int most) throws ProviderException {
        try (var parser = ContractJson.mapper().createParser(json.toFile())) {
            var payload = read(parser, most);
            if (payload.characters.isEmpty() && payload.words.isEmpty()) throw rejected("no times came back", null);
            return payload;
        } catch (JsonProcessingException e) {
            throw rejected("what came back is garbled", e);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the times could not be read", e).costly();
        }
    }

    private static ElevenLabsAlignmentPayload read(JsonParser parser, int most) throws IOException, ProviderException {
        List<Piece> characters = List.of();
        List<Piece> words = List.of();
        Double loss = null;
        if (parser.nextToken() != JsonToken.START_OBJECT) throw rejected("what came back is garbled", null);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            var value = parser.nextToken();
            if (field.equals("characters") && value == JsonToken.START_ARRAY) characters = pieces(parser, most);
            else if (field.equals("words") && value == JsonToken.START_ARRAY) words = pieces(parser, most);
            else if (field.equals("loss")) loss = number(parser);
            else parser.skipChildren();
        }
        return new ElevenLabsAlignmentPayload(characters, words, loss);
    }

    private static List<Piece> pieces(JsonParser parser, int most) throws IOException, ProviderException {
        var pieces = new ArrayList<Piece>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (pieces.size() == most) throw rejected("more came back than was asked for", null);
            if (parser.currentToken() == JsonToken.START_OBJECT) pieces.add(piece(parser));
            else parser.skipChildren();
        }
        return pieces;
    }

    private static Piece piece(JsonParser parser) throws IOException {
        String text = "";
        Double start = null;
        Double end = null;
        Double loss = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "text" -> text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : "";
                case "start" -> start = number(parser);
                case "end" -> end = number(parser);
                case "loss" -> loss = number(parser);
                default -> parser.skipChildren();
            }
        }
        return new Piece(text, start, end, loss);
    }

    private static Double number(JsonParser parser) throws IOException {
        if (parser.currentToken().isNumeric()) return parser.getDoubleValue();
        parser.skipChildren();
        return null;
    }

    private static ProviderException rejected(String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "ElevenLabs: " + why, cause).costly();
    }

    /// Of the characters, or of the words when it timed no characters.
    CharacterTimings timings() {
        var pieces = characters.isEmpty() ? words : characters;
        // lists that take nulls: who checks the timings knows what to do about them
        return new CharacterTimings(
                pieces.stream().map(Piece::text).toList(),
                pieces.stream().map(Piece::start).toList(),
                pieces.stream().map(Piece::end).toList());
    }
}
