package dev.mediagen.worker.documents;

import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;

final class RecordCodec<T> implements Codec<T> {
    private static final DocumentCodec DOCUMENTS = new DocumentCodec();
    private final Class<T> type;

    RecordCodec(Class<T> type) {
        this.type = type;
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        DOCUMENTS.encode(writer, Documents.of(value), context);
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return Documents.read(DOCUMENTS.decode(reader, context), type);
    }
}
