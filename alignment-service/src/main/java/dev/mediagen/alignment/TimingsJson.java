package dev.mediagen.alignment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads timings in any form: `arrays` (three lists, perhaps with `spoken`), `raw`
/// (`{characters:[{char,start,end}]}`) or `words` (`[{text,start,end}]`). What is no number becomes null; how much
/// may come is limited.
final class TimingsJson {
    /// Ten hours of speech in both texts are about 60 MB.
    static final long MOST_BYTES = 64L << 20;

    static final int MOST_ENTRIES = 1_000_000;

    private final JsonParser parser;
    private List<String> characters = new ArrayList<>();
    private List<Double> starts = new ArrayList<>();
    private List<Double> ends = new ArrayList<>();
    private CharacterTimings spoken;

    private TimingsJson(JsonParser parser) {
        this.parser = parser;
    }

    /// @throws IOException when these are no timings, or too many
    static CharacterTimings read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException("Timings of more than %d bytes".formatted(MOST_BYTES));
        }
        try (var parser = ContractJson.mapper().createParser(file.toFile())) {
            // Python writes them
            parser.configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS.mappedFeature(), true);
            parser.configure(JsonParser.Feature.USE_FAST_DOUBLE_PARSER, true);
            CharacterTimings timings = read(parser, parser.nextToken(), true);
            if (parser.nextToken() != null) {
                throw new IOException("Something follows the timings");
            }
            return timings;
        }
    }

    private static CharacterTimings read(JsonParser parser, JsonToken token, boolean outer) throws IOException {
        TimingsJson json = new TimingsJson(parser);
        if (token == JsonToken.START_ARRAY) {
            json.entries();
        } else if (token == JsonToken.START_OBJECT) {
            json.fields(outer);
        } else {
            throw new IOException("Neither an object nor a list of timings");
        }
        return new CharacterTimings(json.characters, json.starts, json.ends, json.spoken);
    }

    private void fields(boolean outer) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value == JsonToken.START_ARRAY) {
                switch (name) {
                    case "characters" -> entries();
                    case "character_start_times_seconds" -> starts = numbers();
                    case "character_end_times_seconds" -> ends = numbers();
                    default -> parser.skipChildren();
                }
            } else if (name.equals("spoken") && value == JsonToken.START_OBJECT && outer) {
                spoken = read(parser, value, false);
            } else {
                parser.skipChildren();
            }
        }
    }

    /// Characters, or objects that have one, or a word, with its times.
    private void entries() throws IOException {
        characters = new ArrayList<>();
        JsonToken token = next(0);
        while (token != JsonToken.END_ARRAY) {
            if (token == JsonToken.START_OBJECT) {
                entry();
            } else {
                characters.add(token.isScalarValue() && token != JsonToken.VALUE_NULL ? parser.getText() : "");
                parser.skipChildren();
            }
            token = next(characters.size());
        }
    }

    private void entry() throws IOException {
        String text = "";
        Double start = null;
        Double end = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "char", "text" -> text = parser.getValueAsString("");
                case "start" -> start = number();
                case "end" -> end = number();
                default -> {}
            }
            parser.skipChildren();
        }
        starts.add(start);
        ends.add(end);
        characters.add(text);
    }

    private List<Double> numbers() throws IOException {
        List<Double> numbers = new ArrayList<>();
        while (next(numbers.size()) != JsonToken.END_ARRAY) {
            numbers.add(number());
            parser.skipChildren();
        }
        return numbers;
    }

    private JsonToken next(int count) throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null || count > MOST_ENTRIES) {
            throw new IOException("A list without end");
        }
        return token;
    }

    private Double number() throws IOException {
        return parser.currentToken().isNumeric() ? parser.getDoubleValue() : null;
    }
}
