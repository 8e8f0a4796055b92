package dev.mediagen.image.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.Desk;
import dev.mediagen.image.openai.StubServer.Answer;
import dev.mediagen.image.prompt.Prompt;
import dev.mediagen.image.prompt.StyleMix;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiPromptProviderTest {
    private static final String CHAT = "/chat/completions";
    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubServer();
        answer("A harbour under a storm");
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void instructionHoldsMixGuidelinesAndLimit() throws Exception {
        write();

        var call = stub.last(CHAT);
        Contract.assertValid(call.body(), "chat");
        var messages = ContractJson.mapper().readTree(call.body()).path("messages");
        assertThat(messages.path(0).path("content").asText())
                .contains("75% Vincent van Gogh and 25% Claude Monet", "at most 300 characters")
                .contains(ArtStyle.VAN_GOGH.brushwork(), ArtStyle.MONET.palette())
                .contains("- no text\n", "- warm greys\n");
        assertThat(messages.path(1).path("content").asText()).isEqualTo("Storm over the harbour");
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer " + Server.KEY);
    }

    @Test
    void versionNamesTheModelThatAnsweredAndTheInstruction() throws Exception {
        assertThat(write().version()).isEqualTo("openai/gpt-x-2026-08-01/vangogh+monet@1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "A harbour under a storm."              | A harbour under a storm
            “A harbour under a storm”               | A harbour under a storm
            Prompt: A harbour                       | A harbour
            **Image prompt:** "A harbour"           | A harbour
            "Sea" and "sky"                         | "Sea" and "sky"
            <think>a\\nb</think>\\n A harbour\\n by night | A harbour by night
            """)
    void answerBecomesPlainText(String said, String prompt) throws Exception {
        answer(said.replace("\\n", "\n"));
        assertThat(write().text()).isEqualTo(prompt);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"model\":\"m\",\"choices\":[]}",
                "{}",
                "[]",
                "<html>",
                "{\"choices\":\"x\"}",
                "{\"choices\":[{\"message\":{\"content\":null}}]}",
                "{\"choices\":[{\"message\":{\"content\":\" \"}}]}"
            })
    void answerWithoutAPromptIsRejected(String body) {
        stub.on(CHAT, Answer.json(200, body));
        assertFails(FailureCode.QUALITY_REJECTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"choices\":[{\"message\":{\"content\":null,\"refusal\":\"no\"}}]}",
                "{\"choices\":[{\"finish_reason\":\"content_filter\",\"message\":{\"content\":\"x\"}}]}"
            })
    void refusalIsRejectedContent(String body) {
        stub.on(CHAT, Answer.json(200, body));
        assertFails(FailureCode.CONTENT_REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "401,UNAUTHORIZED",
        "429,RATE_LIMITED",
        "500,PROVIDER_UNAVAILABLE",
        "402,QUOTA_EXHAUSTED",
        "400,QUALITY_REJECTED",
        "404,QUALITY_REJECTED",
        "422,QUALITY_REJECTED"
    })
    void refusedWordingIsNoFaultOfTheCaller(int status, FailureCode code) {
        stub.on(CHAT, Answer.json(status, "{\"detail\":\"x\"}"));
        assertFails(code);
    }

    @Test
    void answerThatNeverComesIsATimeout() {
        stub.on(CHAT, Answer.never());
        assertFails(FailureCode.PROVIDER_TIMEOUT);
    }

    @Test
    void needsAChatModel() {
        assertThat(Server.with(Map.of("api-key", "k")).prompts().missing()).contains("MEDIA_OPENAI_CHAT_MODEL");
        assertThat(Server.with(Map.of("chat-model", "m")).prompts().missing()).contains("OPENAI_API_KEY");
        var ready = Server.with(Map.of("chat-model", "m", "api-key", "k")).prompts();
        assertThat(ready.missing()).isEmpty();
        assertThat(ready.capability(0).styles()).isEqualTo(ArtStyle.labels());
    }

    private void assertFails(FailureCode code) {
        assertThatThrownBy(this::write).isInstanceOfSatisfying(ProviderException.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }

    private Prompt write() throws Exception {
        var styles = List.of(new WeightedStyle("VanGogh", 3), new WeightedStyle("Monet", 1));
        var request = new PromptRequested(
                "g1",
                "t1",
                "u1",
                Instant.MAX,
                "Storm over\n the harbour.",
                styles,
                300,
                List.of("no text", "warm greys"));
        return Server.at(stub, "openai")
                .prompts()
                .write(request, StyleMix.of(styles), new Desk(Path.of("unused"), null));
    }

    private void answer(String content) throws Exception {
        var body = ContractJson.mapper()
                .writeValueAsString(Map.of(
                        "id",
                        "c1",
                        "object",
                        "chat.completion",
                        "model",
                        "gpt-x-2026-08-01",
                        "choices",
                        List.of(Map.of(
                                "finish_reason", "stop", "message", Map.of("role", "assistant", "content", content)))));
        Contract.assertValid(body, "completion");
        stub.on(CHAT, Answer.json(200, body));
    }
}
