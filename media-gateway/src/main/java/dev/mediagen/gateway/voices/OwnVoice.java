package dev.mediagen.gateway.voices;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.gateway.access.Caller;
import io.quarkus.mongodb.panache.common.MongoEntity;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// A voice that a caller registered.
///
/// @param nameKey the name as it is compared: unique for its owner
/// @param consentNote why the caller may use the voice
/// @param voices what it is called at each provider, first choice first
@MongoEntity(collection = "voices")
record OwnVoice(
        @JsonProperty("_id") String id,
        String tenant,
        String user,
        String name,
        String nameKey,
        String consentNote,
        List<ProviderVoice> voices,
        Instant createdAt) {
    static OwnVoice of(Caller caller, String name, String consentNote, List<ProviderVoice> voices) {
        return new OwnVoice(
                UUID.randomUUID().toString(),
                caller.tenant(),
                caller.user(),
                name.strip(),
                key(name),
                consentNote.strip(),
                voices,
                Instant.now());
    }

    static String key(String name) {
        return Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
