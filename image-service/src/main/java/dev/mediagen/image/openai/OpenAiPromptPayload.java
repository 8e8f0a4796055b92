package dev.mediagen.image.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Bodies on the wire.
final class OpenAiPromptPayload {
    private OpenAiPromptPayload() {}

    /// Body of `POST /chat/completions`. Without temperature and limits of length: servers and models differ in
    /// which of them they take.
    record Ask(String model, List<Message> messages) {
        static Ask of(String model, String instruction, String question) {
            return new Ask(
                    model, List.of(new Message("system", instruction, null), new Message("user", question, null)));
        }
    }

    /// @param refusal why the model would not answer; only in answers
    record Message(String role, String content, String refusal) {}

    /// The answer.
    ///
    /// @param model the very model that answered
    record Completion(String model, List<Choice> choices) {}

    record Choice(
            Message message, @JsonProperty("finish_reason") String finishReason) {}
}
