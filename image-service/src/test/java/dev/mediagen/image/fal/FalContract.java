package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.mediagen.contracts.ContractJson;

/// fal's bodies as the facts of November 2026 have them; see `contracts/fal`.
final class FalContract {
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private FalContract() {}

    /// @param name of a schema, without its extension
    static JsonNode checked(String name, String body) {
        try {
            var node = ContractJson.mapper().readTree(body);
            assertThat(schema(name).validate(node)).as(body).isEmpty();
            return node;
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    private static JsonSchema schema(String name) {
        return SCHEMAS.getSchema(FalContract.class.getResourceAsStream("/contracts/fal/" + name + ".json"));
    }
}
