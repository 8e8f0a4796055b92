package dev.mediagen.alignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.RawTimings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TimingsJsonTest {
    private static final String RAW = "{\"characters\":[{\"char\":\"H\",\"start\":0,\"end\":0.4},{\"char\":\"i\"}]}";

    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("timings")
    void everyFormIsReadAsItWasWritten(CharacterTimings timings) throws IOException {
        assertThat(read(ContractJson.mapper().writeValueAsBytes(timings))).isEqualTo(timings);
        assertThat(read(ContractJson.mapper().writeValueAsBytes(RawTimings.of(timings))))
                .isEqualTo(new CharacterTimings(timings.characters(), timings.starts(), timings.ends()));
    }

    static Stream<CharacterTimings> timings() {
        Random random = new Random(11);
        return RandomTexts.of(20).map(text -> arrays(text, random, arrays(text + "!", random, null)));
    }

    private static CharacterTimings arrays(String text, Random random, CharacterTimings spoken) {
        List<String> characters =
                text.codePoints().mapToObj(Character::toString).toList();
        return new CharacterTimings(
                characters,
                random.doubles(characters.size(), 0, 9).boxed().toList(),
                random.doubles(characters.size(), 0, 9).boxed().toList(),
                spoken);
    }

    @Test
    void readsTheDocumentsRawForm() throws IOException {
        assertThat(read(RAW.getBytes(UTF_8)))
                .isEqualTo(new CharacterTimings(List.of("H", "i"), Arrays.asList(0.0, null), Arrays.asList(0.4, null)));
    }

    @Test
    void readsWords() throws IOException {
        String words = "[{\"text\":\"Hi\",\"start\":0.1,\"end\":0.4,\"confidence\":1,\"more\":{\"text\":[]}}]";

        assertThat(read(words.getBytes(UTF_8)))
                .isEqualTo(new CharacterTimings(List.of("Hi"), List.of(0.1), List.of(0.4)));
    }

    @Test
    void whatIsNoNumberIsNotKnown() throws IOException {
        String odd = """
                {"characters":["a","b",null,7,["x"],"f"],
                 "character_start_times_seconds":[null,"0.1",NaN,-Infinity,{"a":[]},1e400],
                 "character_end_times_seconds":null,"spoken":"no","extra":[[{}]]}""";

        CharacterTimings read = read(odd.getBytes(UTF_8));

        assertThat(read.characters()).containsExactly("a", "b", "", "7", "", "f");
        assertThat(read.starts())
                .containsExactly(null, null, Double.NaN, Double.NEGATIVE_INFINITY, null, Double.POSITIVE_INFINITY);
        assertThat(read.ends()).isEmpty();
        assertThat(read.spoken()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "7", "\"H\"", "{", "[{", "{\"characters\":[\"a\"", "{} {}", "<html>"})
    void saysThatTheseAreNoTimings(String json) {
        assertThatThrownBy(() -> read(json.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void nestingIsLimited() {
        String deep = "[".repeat(100_000);

        assertThatThrownBy(() -> read(deep.getBytes(UTF_8))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> read("{\"spoken\":".repeat(100_000).getBytes(UTF_8)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lengthIsLimited() throws IOException {
        String numbers = "0,".repeat(TimingsJson.MOST_ENTRIES + 1) + "0";
        String json = "{\"character_start_times_seconds\":[" + numbers + "]}";

        assertThatThrownBy(() -> read(json.getBytes(UTF_8))).hasMessage("A list without end");
        Path huge = directory.resolve("huge");
        try (var file = new java.io.RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength(TimingsJson.MOST_BYTES + 1);
        }
        assertThatThrownBy(() -> TimingsJson.read(huge)).hasMessageContaining("more than");
    }

    /// The seed is the repetition's number.
    @RepeatedTest(40)
    void mutatedBytesAreReadOrRefusedAndNothingElse(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] whole =
                ContractJson.mapper().writeValueAsBytes(timings().toList().get(random.nextInt(20)));
        byte[] sample = random.nextBoolean() ? whole : RAW.getBytes(UTF_8);
        int read = 0;
        for (int round = 0; round < 200; round++) {
            try {
                CharacterTimings timings = read(mutated(sample, random));
                assertThat(timings.characters()).doesNotContainNull();
                read++;
            } catch (IOException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
        assertThat(read).isLessThan(200);
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes = Arrays.copyOf(sample, random.nextInt(8) == 0 ? random.nextInt(sample.length) : sample.length);
        int count = bytes.length == 0 ? 0 : 1 + random.nextInt(4);
        IntStream.range(0, count).forEach(_ -> {
            int at = random.nextInt(bytes.length);
            String json = "[]{},:\"\\0eEnu-.\u0000\u00ff";
            bytes[at] =
                    (byte) (random.nextBoolean() ? random.nextInt(256) : json.charAt(random.nextInt(json.length())));
        });
        return bytes;
    }

    private CharacterTimings read(byte[] json) throws IOException {
        return TimingsJson.read(Files.write(directory.resolve("timings.json"), json));
    }
}
