package dev.mediagen.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The samples below `kept` lie in somebody's bucket: add new ones, never change or remove one.
class TimingsFormsTest {
    @ParameterizedTest
    @CsvSource({
        "alignment.v1, dev.mediagen.contracts.Alignment",
        "alignment.v1-spoken, dev.mediagen.contracts.Alignment",
        "character-timings.v1, dev.mediagen.contracts.CharacterTimings",
        "character-timings.v1-spoken, dev.mediagen.contracts.CharacterTimings",
    })
    void readsAndWritesEveryKeptSampleWithoutLoss(String name, Class<?> type) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/kept/" + name + ".json")) {
            JsonNode sample = ContractJson.mapper().readTree(in);

            Object read = ContractJson.mapper().treeToValue(sample, type);

            assertThat(ContractJson.mapper().readTree(ContractJson.mapper().writeValueAsBytes(read)))
                    .isEqualTo(sample);
        }
    }

    @RepeatedTest(30)
    void rawAndArraysAreEachOthersInverse(RepetitionInfo repetition) throws IOException {
        CharacterTimings arrays = arrays(new Random(repetition.getCurrentRepetition()));

        RawTimings raw = again(RawTimings.of(arrays), RawTimings.class);

        assertThat(raw.arrays()).isEqualTo(arrays);
        assertThat(RawTimings.of(again(raw.arrays(), CharacterTimings.class))).isEqualTo(raw);
    }

    private static <T> T again(T value, Class<T> type) throws IOException {
        return ContractJson.mapper().readValue(ContractJson.mapper().writeValueAsBytes(value), type);
    }

    private static CharacterTimings arrays(Random random) {
        int size = random.nextInt(200);
        return new CharacterTimings(
                IntStream.range(0, size)
                        .mapToObj(_ -> Character.toString(0x20 + random.nextInt(0x2000)))
                        .toList(),
                random.doubles(size, 0, 1e4).boxed().toList(),
                random.doubles(size, 0, 1e4).boxed().toList());
    }
}
