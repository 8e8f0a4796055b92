package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// `/v1/models` and the voices.
@ApplicationScoped
class ElevenLabsCatalogueApi {
    private static final int MOST_PAGES = 100;
    private final ElevenLabsAccount account;

    ElevenLabsCatalogueApi(ElevenLabsAccount account) {
        this.account = account;
    }

    /// @param body null unless the answer is a success
    private record Asked<T>(OutboundAnswer answer, T body) {
        boolean ok() {
            return answer.ok();
        }

        T orThrow() throws ProviderException {
            if (!ok()) throw Refusal.of(answer).exception();
            return body;
        }
    }

    List<ElevenLabsCataloguePayload.Model> models() throws ProviderException, InterruptedException {
        return List.of(
                ask("/v1/models", ElevenLabsCataloguePayload.Model[].class).orThrow());
    }

    /// All voices of the account.
    ///
    /// @throws ProviderException also when the list could be read only in part
    List<ElevenLabsCataloguePayload.Voice> voices() throws ProviderException, InterruptedException {
        var all = new ArrayList<ElevenLabsCataloguePayload.Voice>();
        var path = "/v2/voices?page_size=100&include_total_count=false";
        var next = path;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            var page = ask(next, ElevenLabsCataloguePayload.VoicePage.class).orThrow();
            if (page.voices() == null) throw garbled("the list of voices is incomplete", null);
            all.addAll(page.voices());
            if (!page.hasMore()) return all;
            if (page.nextPageToken() == null) throw garbled("the list of voices is incomplete", null);
            next = path + "&next_page_token=" + encoded(page.nextPageToken());
        }
        throw garbled("the list of voices does not end", null);
    }

    /// Whether ElevenLabs says that it does not have the voice: neither for the account nor in its public library,
    /// whose voices can be used without being on the account.
    boolean gone(String voiceId) throws ProviderException, InterruptedException {
        var voice = ask("/v1/voices/" + encoded(voiceId), ElevenLabsCataloguePayload.Voice.class);
        if (voice.ok()) return false;
        var refusal = Refusal.of(voice.answer());
        if (!refusal.ofUnknownVoice()) throw refusal.exception();
        return !isShared(voiceId);
    }

    private boolean isShared(String voiceId) throws ProviderException, InterruptedException {
        var path = "/v1/shared-voices?page_size=10&search=" + encoded(voiceId);
        var found = ask(path, ElevenLabsCataloguePayload.VoicePage.class);
        // a server without a library
        if (found.answer().status() == 404) return false;
        var voices = found.orThrow().voices();
        return voices != null && voices.stream().anyMatch(voice -> voiceId.equals(voice.voiceId()));
    }

    /// A hundred voices with their samples are too much for memory's sake: through a file.
    private <T> Asked<T> ask(String path, Class<T> type) throws ProviderException, InterruptedException {
        try {
            var folder = Files.createTempDirectory("mediagen-catalogue");
            var json = folder.resolve("answer.json");
            try {
                var answer = account.ask(path, json);
                return new Asked<>(answer, answer.ok() ? parsed(json, type) : null);
            } finally {
                Files.deleteIfExists(json);
                Files.delete(folder);
            }
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "no room for what ElevenLabs answers", e);
        }
    }

    private static <T> T parsed(Path json, Class<T> type) throws ProviderException, IOException {
        try {
            return ContractJson.mapper().readValue(json.toFile(), type);
        } catch (JsonProcessingException e) {
            throw garbled("what came back is garbled", e);
        }
    }

    private static ProviderException garbled(String why, Throwable cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "ElevenLabs: " + why, cause);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
