package dev.mediagen.tts.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/// Bodies on the wire.
final class OpenAiSpeechPayload {
    private OpenAiSpeechPayload() {}

    /// Body of `POST /audio/speech`.
    ///
    /// @param speed 0.25..4
    /// @param stream only for a server that streams unless told otherwise, else null
    /// @param language only for a server that takes it, else null
    record Speak(
            String model,
            String input,
            String voice,
            @JsonProperty("response_format") String responseFormat,
            double speed,
            Boolean stream,
            String language) {}

    /// Ids of `{"data":[{"id":…}]}`, the answer of `GET /models`.
    static List<String> models(JsonNode answer) {
        return ids(answer.path("data"));
    }

    /// Names of `{"voices":[…]}`; newer servers list objects with an id.
    static List<String> voices(JsonNode answer) {
        return ids(answer.path("voices"));
    }

    private static List<String> ids(JsonNode list) {
        var ids = new ArrayList<String>();
        for (var entry : list) {
            var id = entry.isTextual() ? entry : entry.path("id");
            if (id.isTextual() && !id.textValue().isBlank()) ids.add(id.textValue());
        }
        return List.copyOf(ids);
    }
}
