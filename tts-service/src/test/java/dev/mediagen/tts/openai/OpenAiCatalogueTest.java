package dev.mediagen.tts.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.tts.openai.StubServer.Answer;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiCatalogueTest {
    private static final String MODELS = """
            {"object":"list","data":[
            {"id":"gpt-4o","object":"model","created":1,"owned_by":"system"},
            {"id":"tts-1-hd","object":"model","created":1,"owned_by":"system"}]}""";

    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubServer().on("/models", Answer.json(200, MODELS));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void speaksWithTheCallersModelOnceTheServerListsIt() throws Exception {
        Contract.assertValid(MODELS, "models");
        var server = Server.at(stub, "openai");
        server.provider().capability(0);
        await().untilAsserted(() -> assertThat(server.catalogue().models()).contains("tts-1-hd"));

        assertThat(server.catalogue().model("tts-1-hd")).isEqualTo("tts-1-hd");
        assertThat(server.catalogue().model("gpt-4o")).isEqualTo("gpt-4o-mini-tts");
        assertThat(server.provider().effectiveModel("gpt-4o")).isEqualTo("gpt-4o-mini-tts");
        assertThat(server.provider().effectiveModel("tts-1-hd")).isEqualTo("tts-1-hd");
        assertThat(server.provider().capability(0).models()).extracting("id").contains("tts-1-hd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"voices\":[\"af_bella\"]}", "{\"voices\":[{\"id\":\"af_bella\",\"name\":\"Bella\"}]}"})
    void kokorosVoicesAreListedInTheBackground(String listed) {
        stub.on("/audio/voices", Answer.json(200, listed));
        var server = Server.at(stub, "kokoro");
        assertThat(server.provider().capability(0).voices()).extracting("id").contains("nova");
        await().untilAsserted(() -> assertThat(server.provider().capability(0).voices())
                .extracting("id")
                .contains("nova", "af_bella"));
    }

    @Test
    void serverThatListsNothingIsStillAnnounced() {
        stub.on("/models", Answer.json(500, "{}"));
        var server = Server.at(stub, "openai");
        var capability = server.provider().capability(3);
        await().untilAsserted(() -> assertThat(stub.asked).isNotEmpty());
        assertThat(capability.configured()).isTrue();
        assertThat(capability.order()).isEqualTo(3);
        assertThat(capability.models()).singleElement().satisfies(model -> {
            assertThat(model.id()).isEqualTo("gpt-4o-mini-tts");
            assertThat(model.maxTextLength()).isEqualTo(4096);
        });
        assertThat(server.provider().maxTextLength("any")).isEqualTo(4096);
    }

    @Test
    void whereItIsSaysNothingSecret() {
        assertThat(Server.with(Map.of("base-url", "http://ann:secret@kokoro:8880/v1"))
                        .provider()
                        .setup())
                .contains("http://kokoro:8880/v1")
                .doesNotContain("secret");
    }

    @Test
    void needsAKeyOnlyAtOpenAiItself() {
        assertThat(Server.with(Map.of()).provider().missing()).contains("OPENAI_API_KEY");
        assertThat(Server.with(Map.of("api-key", "")).provider().capability(0).configured())
                .isFalse();
        assertThat(Server.with(Map.of("api-key", "k")).provider().missing()).isEmpty();
        assertThat(Server.with(Map.of("base-url", "https://api.openai.com/v1/"))
                        .provider()
                        .missing())
                .isPresent();
        assertThat(Server.with(Map.of("base-url", "http://kokoro:8880/v1"))
                        .provider()
                        .missing())
                .isEmpty();
    }
}
