package dev.mediagen.alignment.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.Narration;
import dev.mediagen.alignment.Narrations;
import dev.mediagen.alignment.timings.ProviderTimings;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

class ElevenLabsAlignmentPayloadTest {
    private static final String TEXT = "Two boats 👍 came home.";
    private static final List<String> BITS = List.of(
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "-1",
            "1e999",
            "\"\"",
            "\"\\ud83d\"",
            "\"text\"",
            "\"loss\"",
            "\"characters\":[",
            "{\"text\":\"T\",\"start\":-5,\"end\":1e300}",
            "\u0000",
            "9".repeat(400));

    @TempDir
    Path dir;

    /// Whatever comes is refused in one way, or gives times that are safe to use.
    @RepeatedTest(400)
    void nothingGetsPast(RepetitionInfo round) throws Exception {
        var random = new Random(round.getCurrentRepetition());
        byte[] body = broken(Answers.steady(TEXT, 0.08, 0.2), random).getBytes(StandardCharsets.UTF_8);
        Path file = Files.write(dir.resolve("answer"), body);
        Narration narration = Narrations.spoken(TEXT, "en", TEXT.length() * 0.08, dir);
        try {
            var payload = ElevenLabsAlignmentPayload.read(file, 2 * TEXT.length() + 100);
            var losses = new Losses(payload);
            ProviderTimings.check(narration.text(), payload.timings(), narration.activity())
                    .ifPresent(found -> {
                        for (int i = 0; i < found.starts().length; i++) {
                            assertThat(found.starts()[i]).isBetween(0.0, found.ends()[i]);
                            assertThat(found.ends()[i])
                                    .isLessThanOrEqualTo(narration.activity().duration() + 1e-9);
                            assertThat(losses.confidence(found.starts()[i])).isBetween(0.0, 1.0);
                        }
                    });
        } catch (ProviderException e) {
            assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
            assertThat(e.isCostly()).isTrue();
        }
    }

    private static String broken(String json, Random random) {
        var text = new StringBuilder(json);
        for (int i = random.nextInt(1, 12); i > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, (char) random.nextInt(1, 128));
                case 1 -> text.insert(at, BITS.get(random.nextInt(BITS.size())));
                case 2 -> text.delete(at, Math.min(text.length() - 1, at + random.nextInt(1, 40)));
                default -> replaceNumber(text, at, random);
            }
        }
        return random.nextInt(8) == 0 ? text.substring(0, random.nextInt(text.length())) : text.toString();
    }

    /// Most breaks make it unreadable; a number that is wrong goes further.
    private static void replaceNumber(StringBuilder text, int from, Random random) {
        int at = Math.max(text.indexOf("\"start\":", from), text.indexOf("\"end\":", from));
        if (at < 0) return;
        int value = text.indexOf(":", at) + 1;
        int end = value;
        while (end < text.length() && "-0123456789.eE".indexOf(text.charAt(end)) >= 0) end++;
        text.replace(
                value,
                end,
                List.of("null", "-3", "1e999", "99999", "0", "\"1\"", "[1]").get(random.nextInt(7)));
    }
}
