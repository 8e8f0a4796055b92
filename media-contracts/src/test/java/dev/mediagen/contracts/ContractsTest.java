package dev.mediagen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The samples are what is on the wire somewhere: add new ones, never change or remove one.
class ContractsTest {
    static List<Class<? extends Record>> messages() {
        return Topics.MESSAGES;
    }

    @ParameterizedTest
    @MethodSource("messages")
    void readsAndWritesEverySampleWithoutLoss(Class<? extends Record> type) throws IOException {
        JsonNode sample = sample(type);
        Record message = ContractJson.mapper().treeToValue(sample, type);
        assertThat(ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsBytes(message)))
                .isEqualTo(sample);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void ignoresFieldsOfLaterVersions(Class<? extends Record> type) throws IOException {
        var later = ((ObjectNode) sample(type)).put("addedLater", true);
        assertThat(ContractJson.mapper().treeToValue(later, type))
                .isEqualTo(ContractJson.mapper().treeToValue(sample(type), type));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void namesTheTopicAfterTheRecord(Class<? extends Record> type) throws ReflectiveOperationException {
        assertThat(type.getField("TOPIC").get(null)).isEqualTo(Topics.of(type));
    }

    @Test
    void hasAMessageForEverySample() throws Exception {
        try (Stream<Path> samples =
                Files.list(Path.of(getClass().getResource("/samples").toURI()))) {
            assertThat(samples.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Topics.MESSAGES.stream()
                            .map(type -> Topics.type(type) + ".json")
                            .toList());
        }
    }

    @Test
    void listsEveryRecordThatHasATopic() {
        assertThat(Topics.MESSAGES)
                .contains(SpeechRequested.class, ImageRequested.class, PromptRequested.class, AlignmentRequested.class);
        assertThat(PartRequest.class.getPermittedSubclasses()).isSubsetOf(Topics.MESSAGES);
    }

    @Test
    void retriesOnlyWhatMaySucceedLater() {
        assertThat(Stream.of(FailureCode.values()).filter(FailureCode::retryable))
                .containsExactlyInAnyOrder(
                        FailureCode.RATE_LIMITED,
                        FailureCode.PROVIDER_UNAVAILABLE,
                        FailureCode.PROVIDER_TIMEOUT,
                        FailureCode.STORAGE_UNAVAILABLE,
                        FailureCode.DEADLINE_EXCEEDED,
                        FailureCode.UNEXPECTED);
    }

    private JsonNode sample(Class<?> type) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/samples/" + Topics.type(type) + ".json")) {
            return ContractJson.mapper().readTree(in);
        }
    }
}
