package dev.mediagen.alignment.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.Narration;
import dev.mediagen.alignment.Narrations;
import dev.mediagen.alignment.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElevenLabsAlignmentProviderTest {
    private static final String TEXT = "Two boats came home.";
    private static final double PACE = 0.08;
    private static final Pattern FIELD =
            Pattern.compile("name=\"(\\w+)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private Desk desk = new Desk(stub.url(), Map.of());

    ElevenLabsAlignmentProviderTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    @Test
    void sendsRecordingAndTextAsAForm() throws Exception {
        String text = "Zwei «Boote» – für 5 € 👍";
        stub.then(Answers.of(Answers.steady(text, PACE, 0.1)));

        Narration narration = narration(text, "de");
        align(narration);

        assertThat(stub.last().method()).isEqualTo("POST");
        assertThat(stub.last().path()).isEqualTo("/v1/forced-alignment");
        assertThat(stub.last().header("xi-api-key")).isEqualTo(Desk.KEY);
        assertThat(stub.last().header("content-type")).startsWith("multipart/form-data; boundary=");
        var fields = ContractJson.mapper().createObjectNode();
        var field = FIELD.matcher(stub.last().text());
        while (field.find()) fields.put(field.group(1), field.group(2));
        var form = Contract.ALIGNMENT_REQUEST.check(fields.toString());
        assertThat(latin(form.path("text").asText())).isEqualTo(text);
        assertThat(form.path("file").asText().getBytes(StandardCharsets.ISO_8859_1))
                .isEqualTo(Files.readAllBytes(narration.recording()));
    }

    private static String latin(String bytes) {
        return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Test
    void bringsItsTimesOntoTheText() throws Exception {
        stub.then(Answers.of(Answers.steady(TEXT, PACE, 0.25)).with("maximum-concurrent-requests", "5"));

        TimedClusters found = align(narration(TEXT, "en"));

        assertThat(found.method()).isEqualTo(AlignmentMethod.FORCED);
        assertThat(found.starts()[4]).isCloseTo(4 * PACE, within(1e-6));
        assertThat(found.ends()[4]).isCloseTo(5 * PACE, within(1e-6));
        assertThat(found.confidence()[4]).isCloseTo(0.99 * Math.exp(-0.25), within(0.01));
        assertThat(found.warnings()).isEmpty();
        assertThat(desk.limits).containsEntry("elevenlabs", 5);
    }

    @Test
    void joinsSurrogatesAndMarksThatWereSplit() throws Exception {
        String text = "Oh 👨‍👩‍👧 yes, cafe\u0301 👍.";
        stub.then(Answers.of(Answers.steady(text, PACE, 0.1)));

        Narration narration = narration(text, "en");
        TimedClusters found = align(narration);

        int family = narration.text().clusterAt(3);
        assertThat(narration.text().cluster(family)).isEqualTo("👨‍👩‍👧");
        assertThat(found.starts()[family]).isCloseTo(3 * PACE, within(1e-6));
        assertThat(found.ends()[family]).isCloseTo(11 * PACE, within(1e-6));
        int accented = narration.text().clusterAt(text.indexOf('\u0301'));
        assertThat(narration.text().cluster(accented)).isEqualTo("e\u0301");
        assertThat(found.ends()[accented] - found.starts()[accented]).isCloseTo(2 * PACE, within(1e-6));
    }

    @Test
    void eachWordHasTheConfidenceOfItsOwnLoss() throws Exception {
        stub.then(Answers.of("""
                {"characters":[{"text":"H","start":0,"end":0.4},{"text":"i","start":0.4,"end":0.8},
                 {"text":" ","start":0.8,"end":0.9},{"text":"y","start":0.9,"end":1.2},{"text":"o","start":1.2,"end":1.5},
                 {"text":"u","start":1.5,"end":1.6}],
                 "words":[{"text":"Hi","start":0,"end":0.8,"loss":0.0},{"text":"you","start":0.9,"end":1.6,"loss":4.0}],
                 "loss":2.0}"""));

        TimedClusters found = align(narration("Hi you", "en"));

        assertThat(found.confidence()[0]).isGreaterThan(0.9);
        assertThat(found.confidence()[4]).isLessThan(0.05);
    }

    @Test
    void saysWhenTheAudioDoesNotFitTheText() throws Exception {
        stub.then(Answers.of(Answers.steady(TEXT, PACE, 3.5)));

        assertThat(align(narration(TEXT, "en")).warnings())
                .containsExactly("The audio does not sound like the text; the timings cannot be trusted.");
    }

    @Test
    void doesWithWordsAlone() throws Exception {
        stub.then(Answers.of("""
                {"characters":null,"words":[{"text":"Hi","start":0.1,"end":0.8,"loss":0.1},
                 {"text":"you","start":0.9,"end":1.5,"loss":0.1}],"loss":0.1}"""));

        TimedClusters found = align(narration("Hi you", "en"));

        assertThat(found.starts()[0]).isCloseTo(0.1, within(1e-6));
        assertThat(found.ends()[5]).isCloseTo(1.5, within(1e-6));
    }

    @Test
    void timesOfAnotherTextAreNotAskedForAgain() {
        stub.then(Answers.of(Answers.steady("Something else entirely, 12345!", 0.04, 0.1)));

        ProviderException failure = failure(narration("日本語のテキストです", "ja"));

        assertThat(failure.code()).isEqualTo(FailureCode.NOT_AVAILABLE);
        assertThat(failure.isCostly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "no json",
                "{}",
                "{\"characters\":[],\"words\":[],\"loss\":0}",
                "{\"characters\":[{\"text\":\"T\"",
                "{\"characters\":{\"0\":1}}",
                "{\"characters\":[1,2]}",
                "<html></html>"
            })
    void garbledAnswersAreRejected(String body) {
        stub.then(Answers.of(body));

        ProviderException failure = failure(narration(TEXT, "en"));

        assertThat(failure.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(failure.isCostly()).isTrue();
    }

    @Test
    void moreTimesThanCharactersAreNotRead() {
        stub.then(Answers.of(Answers.steady("a".repeat(1_000), 0.001, 0.1)));

        assertThat(failure(narration(TEXT, "en"))).hasMessageContaining("more came back than was asked for");
    }

    @Test
    void truncatedAnswersMayHaveBeenPaidFor() {
        stub.then(Answers.of(Answers.steady(TEXT, PACE, 0.1)).truncated());

        ProviderException failure = failure(narration(TEXT, "en"));

        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(failure.isCostly()).isTrue();
    }

    @Test
    void silenceEndsAtTheLimit() {
        desk.close();
        desk = new Desk(stub.url(), Map.of("timeout", "0.2s"));
        stub.then(StubElevenLabs.SILENCE);

        assertThat(failure(narration(TEXT, "en")).code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
    }

    @Test
    void refusalsNeverShowTheKey() {
        stub.then(
                Answer.of(401, "{\"detail\":{\"status\":\"invalid_api_key\",\"message\":\"%s\"}}".formatted(Desk.KEY)));
        try (var log = new LogRecorder()) {
            ProviderException failure = failure(narration(TEXT, "en"));

            assertThat(failure.code()).isEqualTo(FailureCode.UNAUTHORIZED);
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).doesNotContain(Desk.KEY);
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(Desk.KEY));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"is", "he", "th", "sw-KE"})
    void languagesItDoesNotKnowAreNotSent(String language) {
        ProviderException failure = failure(narration(TEXT, language));

        assertThat(failure.code()).isEqualTo(FailureCode.NOT_AVAILABLE);
        assertThat(failure).hasMessage("ElevenLabs knows no " + language);
        assertThat(stub.asked).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en-GB", "zh-Hans", "fil", "tl", "pt-BR"})
    void languagesItKnowsAreSent(String language) throws Exception {
        stub.then(Answers.of(Answers.steady(TEXT, PACE, 0.1)));

        assertThat(align(narration(TEXT, language)).method()).isEqualTo(AlignmentMethod.FORCED);
    }

    @Test
    void longerTextsThanItTakesAreNotSent() {
        assertThat(failure(narration("a ".repeat(340_000), "en")).code()).isEqualTo(FailureCode.NOT_AVAILABLE);
        assertThat(stub.asked).isEmpty();
    }

    @Test
    void withoutAKeyItServesNobody() {
        try (var keyless = new Desk(stub.url(), Map.of("api-key", " "))) {
            assertThat(keyless.provider.missing()).contains("ELEVENLABS_API_KEY");
            assertThat(keyless.provider.capability(-1).configured()).isFalse();
        }
        assertThat(desk.provider.missing()).isEmpty();
        assertThat(desk.provider.capability(0).order()).isZero();
    }

    private Narration narration(String text, String language) {
        return Narrations.spoken(text, language, Math.clamp(text.length() * PACE, 1.6, 10), workDir);
    }

    private TimedClusters align(Narration narration) throws Exception {
        return desk.provider.align(narration, Narrations.context(workDir), Narrations.SILENT);
    }

    private ProviderException failure(Narration narration) {
        return catchThrowableOfType(ProviderException.class, () -> align(narration));
    }
}
