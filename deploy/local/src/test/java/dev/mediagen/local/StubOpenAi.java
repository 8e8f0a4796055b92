package dev.mediagen.local;

import dev.mediagen.local.StubVendor.Answer;
import dev.mediagen.local.StubVendor.Call;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// A server that speaks OpenAI's language.
final class StubOpenAi implements AutoCloseable {
    static final String KEY = "sk-stub-of-openai-0123456789abcdef";
    private final StubVendor vendor = new StubVendor(StubOpenAi::answer);

    StubOpenAi() throws IOException {}

    /// With the version's path, as clients of it want it.
    String url() {
        return vendor.url() + "/v1";
    }

    List<Call> asked(String text) {
        return vendor.asked(text);
    }

    @Override
    public void close() {
        vendor.close();
    }

    private static Answer answer(Call call) throws IOException {
        if (!("Bearer " + KEY).equals(call.headers().getFirst("Authorization")))
            return Answer.json(401, Map.of("error", Map.of("message", "no", "code", "invalid_api_key")));
        if (call.path().equals("/v1/models")) return Answer.json(200, Map.of("object", "list", "data", List.of()));
        var text = call.json().path("input").asText();
        return new Answer(200, "audio/wav", TestSound.voice(TestSound.seconds(text), 24_000), Map.of());
    }
}
