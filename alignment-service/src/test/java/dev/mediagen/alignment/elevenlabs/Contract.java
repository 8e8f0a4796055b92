package dev.mediagen.alignment.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;

/// The shapes of ElevenLabs' bodies, written down from its documentation as of November 2026.
enum Contract {
    ALIGNMENT_REQUEST,
    ALIGNMENT_ANSWER,
    ERROR_ANSWER;

    private final JsonSchema schema;

    Contract() {
        var file = "/contracts/elevenlabs/" + name().toLowerCase().replace('_', '-') + ".json";
        schema = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(Contract.class.getResourceAsStream(file));
    }

    JsonNode check(String body) {
        try {
            var json = ContractJson.mapper().readTree(body);
            var wrong = schema.validate(json);
            if (!wrong.isEmpty()) throw new AssertionError(name() + ": " + wrong);
            return json;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
