package dev.mediagen.tts.modelserver;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/// The bodies as the servers take and give them: their public `api.py` (Andreaswt/elevenlabs-clone, 63cbecc8), run.
public final class Contract {
    private Contract() {}

    /// @param schema below `contracts/`
    public static void assertValid(String body, String schema) {
        var description = Contract.class.getResourceAsStream("/contracts/" + schema + ".json");
        var known = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(description);
        assertThat(known.validate(body, InputFormat.JSON)).as(body).isEmpty();
    }
}
