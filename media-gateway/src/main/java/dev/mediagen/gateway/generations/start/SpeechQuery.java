package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mediagen.gateway.api.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;

/// A speech request as query parameters: the fields of the body under their names, read by the same rules.
@ApplicationScoped
class SpeechQuery {
    private static final Set<String> NUMBERS =
            Set.of("stability", "similarityBoost", "similarity_boost", "style", "speed");
    private static final Set<String> FLAGS =
            Set.of("useSpeakerBoost", "use_speaker_boost", "alignment", "useCache", "use_cache");
    /// Found by the gateway, never taken from a caller.
    private static final String OURS = "ownVoices";

    private final ObjectMapper mapper;

    SpeechQuery(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /// @throws ProblemException 400 for a parameter of the wrong type, or one that is given twice
    SpeechRequest of(MultivaluedMap<String, String> parameters) throws IOException {
        var body = mapper.createObjectNode();
        parameters.forEach((name, values) -> {
            if (values.size() > 1) throw ProblemException.invalid(name, "must be given once");
            if (!name.equals(OURS)) body.set(name, node(name, values.getFirst()));
        });
        // a parser, not a tree: unknown fields are noted as those of a body
        return mapper.readValue(mapper.writeValueAsBytes(body), SpeechRequest.class);
    }

    private static JsonNode node(String name, String value) {
        if (FLAGS.contains(name)) {
            if (!value.equals("true") && !value.equals("false"))
                throw ProblemException.invalid(name, "must be true or false");
            return BooleanNode.valueOf(value.equals("true"));
        }
        if (NUMBERS.contains(name)) return number(name, value);
        return TextNode.valueOf(value);
    }

    private static JsonNode number(String name, String value) {
        try {
            if (value.length() > 40) throw new NumberFormatException();
            return DecimalNode.valueOf(new BigDecimal(value));
        } catch (NumberFormatException e) {
            throw ProblemException.invalid(name, "must be a number");
        }
    }
}
