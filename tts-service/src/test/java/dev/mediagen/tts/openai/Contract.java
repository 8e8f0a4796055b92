package dev.mediagen.tts.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/// The bodies as the server's own description has them.
final class Contract {
    private Contract() {}

    static void assertValid(String body, String schema) {
        var description = Contract.class.getResourceAsStream("/contracts/openai/" + schema + ".json");
        var known = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(description);
        assertThat(known.validate(body, InputFormat.JSON)).as(body).isEmpty();
    }
}
