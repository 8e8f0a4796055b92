package dev.mediagen.worker.documents;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;

/// Records to MongoDB documents and back.
public final class Documents {
    private static final JsonMapper MAPPER = ContractJson.mapper()
            .rebuild()
            .addModule(new SimpleModule().addSerializer(Instant.class, new InstantAsDate()))
            .build();

    private Documents() {}

    /// @param value a record, or any part of one
    public static Document of(Object value) {
        return MAPPER.convertValue(value, Document.class);
    }

    public static <T> T read(Document document, Class<T> type) {
        return MAPPER.convertValue(document, type);
    }

    /// Keeps times comparable inside the database.
    private static final class InstantAsDate extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeEmbeddedObject(Date.from(value));
        }
    }
}
