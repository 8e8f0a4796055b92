package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import dev.mediagen.gateway.api.ProblemException;
import java.io.IOException;
import java.util.regex.Pattern;

/// A seed is an integer of any size, written as a number or a string, and kept as a string: fal's do not fit 64 bits.
final class Seed extends StdScalarDeserializer<String> {
    private static final Pattern FORM = Pattern.compile("[0-9]{1,40}");

    Seed() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        boolean fits =
                parser.currentToken() == JsonToken.VALUE_NUMBER_INT || parser.currentToken() == JsonToken.VALUE_STRING;
        if (!fits || !FORM.matcher(parser.getText()).matches())
            throw ProblemException.invalid("seed", "must be a whole number of at most 40 digits");
        return parser.getText();
    }
}
