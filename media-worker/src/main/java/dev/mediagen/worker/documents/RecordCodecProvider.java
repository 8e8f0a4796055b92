package dev.mediagen.worker.documents;

import org.bson.codecs.Codec;
import org.bson.codecs.configuration.CodecProvider;
import org.bson.codecs.configuration.CodecRegistry;

/// Stores this house's records in MongoDB in the same JSON form in which they travel; times become BSON dates.
public final class RecordCodecProvider implements CodecProvider {
    @Override
    public <T> Codec<T> get(Class<T> type, CodecRegistry registry) {
        boolean ours = type.isRecord() && type.getName().startsWith("dev.mediagen.");
        return ours ? new RecordCodec<>(type) : null;
    }
}
