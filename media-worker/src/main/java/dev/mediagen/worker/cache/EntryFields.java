package dev.mediagen.worker.cache;

import dev.mediagen.contracts.AlignmentProduced;
import dev.mediagen.contracts.ConversionProduced;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.SoundEffectProduced;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.worker.documents.Documents;
import dev.mediagen.worker.parts.PartResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.bson.types.Binary;

/// The fields of a finished entry, under the names that the founding documents give them. What they call a URL is the
/// object's key: URLs are made when somebody reads, and never kept.
final class EntryFields {
    /// What a caller wrote.
    private static final List<String> TEXTS = List.of("text", "prompt", "negativePrompt", "sourceUrl");

    private EntryFields() {}

    /// @param binary the bytes if they are to be kept in the database, else null
    static Document of(CacheKey key, CachedObjects.Copies copies, byte[] binary, boolean keepTexts) {
        var result = copies.result();
        String media = key.request().part() == Part.IMAGE ? "image" : "audio";
        var fields = new Document(media + "Data", binary == null ? null : new Binary(binary))
                .append(media + "Url", result.staged().key())
                .append("contentType", result.staged().mediaType());
        fields.putAll(facts(key, result));
        return fields.append("parameters", Documents.of(texts(key.parameters(), keepTexts)))
                .append("textsKept", keepTexts)
                .append("result", result(result, keepTexts))
                .append("objects", copies.objects().stream().map(Documents::of).toList());
    }

    private static Document facts(CacheKey key, PartResult result) {
        return switch (result.produced()) {
            case SpeechProduced speech -> voice(speech.voiceId(), speech.voiceName(), key);
            case ConversionProduced converted -> voice(converted.voiceId(), converted.voiceName(), key);
            case SoundEffectProduced _ -> voice(null, null, key);
            case ImageProduced image ->
                new Document("width", image.width())
                        .append("height", image.height())
                        .append("seed", image.seed())
                        .append("model", image.model());
            case PromptProduced _, AlignmentProduced _ ->
                throw new IllegalArgumentException("not cached: " + result.produced());
        };
    }

    private static Document voice(String id, String name, CacheKey key) {
        Object text = key.parameters().getOrDefault("text", key.parameters().get("prompt"));
        Integer length = text instanceof String words ? words.codePointCount(0, words.length()) : null;
        return new Document("voiceId", id).append("voiceName", name).append("textLength", length);
    }

    private static Document result(PartResult result, boolean keepTexts) {
        var document = Documents.of(result);
        Map<String, Object> produced = new TreeMap<>(document.get("produced", Map.<String, Object>of()));
        return document.append("produced", texts(produced, keepTexts));
    }

    private static Map<String, Object> texts(Map<String, Object> parameters, boolean keep) {
        var kept = new TreeMap<>(parameters);
        if (!keep) TEXTS.forEach(kept::remove);
        return kept;
    }
}
