package dev.mediagen.image.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.image.Desk;
import dev.mediagen.image.TestCalls;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PromptFallbackTest {
    @Test
    void templateAloneServesUnlessConfiguredOtherwise() throws Exception {
        var result = make(new Chat("a prompt", null), List.of(TemplatePromptProvider.NAME), 200);
        assertThat(result.provider()).isEqualTo("template");
        assertThat(result.fallback()).isFalse();
    }

    @Test
    void chatServesWhereItIsConfigured() throws Exception {
        var result = make(new Chat("a prompt", null), List.of(" chat "), 200);
        assertThat(result.provider()).isEqualTo("chat");
        assertThat(produced(result).prompt()).isEqualTo("a prompt");
        assertThat(produced(result).version()).isEqualTo("chat/m@1");
        assertThat(produced(result).style()).isEqualTo("Monet");
        assertThat(result.warnings()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"UNAUTHORIZED", "QUOTA_EXHAUSTED", "PROVIDER_UNAVAILABLE", "PROVIDER_TIMEOUT", "QUALITY_REJECTED"})
    void templateServesWhenTheChatFailsAndSaysSo(FailureCode why) throws Exception {
        var result = make(new Chat(null, why), List.of("chat"), 200);
        assertThat(result.provider()).isEqualTo("template");
        assertThat(result.fallback()).isTrue();
        assertThat(produced(result).version()).isEqualTo("template/monet@1");
        assertThat(result.warnings()).containsExactly("chat did not serve (" + why + ")");
    }

    @Test
    void refusedContentIsNotGivenToTheNext() {
        assertThatThrownBy(() -> make(new Chat(null, FailureCode.CONTENT_REJECTED), List.of("chat"), 200))
                .isInstanceOf(ProviderException.class);
    }

    @Test
    void longAnswerIsCutInCodePointsAndTold() throws Exception {
        var result = make(new Chat("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 storm over the harbour", null), List.of("chat"), 13);
        assertThat(produced(result).prompt()).isEqualTo("𝔘𝔫𝔦𝔠𝔬𝔡𝔢 storm");
        assertThat(result.warnings()).containsExactly("maxLength: the prompt was shortened");
    }

    private static PartResult make(Chat chat, List<String> order, int most) throws Exception {
        var handler =
                new PromptHandler(List.of(new TemplatePromptProvider(), chat), order, new Fallback(), TestCalls.once());
        var styles = List.of(new WeightedStyle("Monet", 1));
        var request = new PromptRequested("g1", "t1", "u1", Instant.MAX, "Storm", styles, most, List.of());
        return handler.make(request, new Desk(Path.of("unused"), null));
    }

    private static PromptProduced produced(PartResult result) {
        return (PromptProduced) result.produced();
    }

    /// Says the same to everybody, or fails.
    private record Chat(String says, FailureCode fails) implements PromptProvider {
        @Override
        public String name() {
            return "chat";
        }

        @Override
        public Optional<String> missing() {
            return Optional.empty();
        }

        @Override
        public ProviderCapability capability(int order) {
            return new ProviderCapability(name(), Kind.PROMPT, true, order, List.of(), List.of(), List.of(), List.of());
        }

        @Override
        public Prompt write(PromptRequested request, StyleMix mix, PartContext context) throws ProviderException {
            if (fails != null) throw new ProviderException(fails, "no");
            return new Prompt(says, "chat/m@1", List.of());
        }
    }
}
