package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A try that fails late, and the next one of the same part, on another replica.
@Timeout(60)
class PaidChunksTest {
    private static final String TEXT = "One small cat sat. Two old dogs ran. Three big birds flew. Four fish swam off.";
    private static final Map<String, String> ONE_BY_ONE = Map.of("media.speech.parallel-chunks", "1");

    @TempDir
    Path first;

    @TempDir
    Path second;

    private RecordingContext context;

    @BeforeEach
    void start() {
        context = new RecordingContext(first);
    }

    @Test
    void aLaterTryPaysOnlyForWhatWasNotSaid() throws Exception {
        fails(busyAt("Four"), ONE_BY_ONE);
        deleteAll(first);
        var voice = new ScriptedVoice(20, order -> {});
        var spoken = speak(voice, ONE_BY_ONE, TEXT, context.later(second));

        assertThat(voice.orders).extracting(SpeechOrder::text).containsExactly("Four fish swam off.");
        assertThat(String.join("", spoken.timings().characters())).isEqualTo(TEXT);
        assertThat(spoken.warnings()).containsExactly("a warning");
        assertThat(spoken.keepUnder()).isEqualTo("scripted/");
        assertThat(spoken.modelId()).isEqualTo("scripted-1");
    }

    @Test
    void aLaterTryContinuesAChain() throws Exception {
        var chained = Map.of("media.speech.chained", "scripted");
        fails(busyAt("Four"), chained);
        var voice = new ScriptedVoice(20, order -> {});
        speak(voice, chained, TEXT, context.later(second));

        assertThat(voice.orders).singleElement().satisfies(order -> assertThat(order.previousRequestIds())
                .containsExactly("request of Two old dogs ran.", "request of Three big birds", "request of flew."));
    }

    @Test
    void whatIsUnderWayWhenOneIsAskedToWaitIsKeptToo() throws Exception {
        var begun = new CountDownLatch(3);
        var refused = new CountDownLatch(1);
        var voice = new ScriptedVoice(20, order -> {
            begun.countDown();
            begun.await();
            if (order.text().startsWith("One")) {
                refused.countDown();
                throw later();
            }
            refused.await();
        });
        fails(voice, Map.of("media.speech.parallel-chunks", "3"));
        var again = new ScriptedVoice(20, order -> {});
        speak(again, ONE_BY_ONE, TEXT, context.later(second));

        assertThat(voice.orders).hasSize(3);
        assertThat(again.orders)
                .extracting(SpeechOrder::text)
                .containsExactly("One small cat sat. ", "flew. ", "Four fish swam off.");
    }

    @Test
    void paysAgainForWhatWasSwept() throws Exception {
        fails(busyAt("Four"), ONE_BY_ONE);
        context.staged().clear();
        var voice = new ScriptedVoice(20, order -> {});
        speak(voice, ONE_BY_ONE, TEXT, context.later(second));

        assertThat(voice.orders).hasSize(5);
    }

    @Test
    void aNoteThatCannotBeReadIsNoReasonToFail() throws Exception {
        context.note("not of this version");
        var voice = new ScriptedVoice(20, order -> {});
        speak(voice, ONE_BY_ONE, TEXT, context);

        assertThat(voice.orders).hasSize(5);
    }

    @Test
    void chunksOfAnotherLengthAreNotTheSame() throws Exception {
        fails(busyAt("Four"), ONE_BY_ONE);
        var voice = new ScriptedVoice(40, order -> {});
        var spoken = speak(voice, ONE_BY_ONE, TEXT, context.later(second));

        assertThat(Set.copyOf(voice.orders.stream().map(SpeechOrder::text).toList()))
                .hasSize(voice.orders.size())
                .noneMatch(text -> text.length() <= 20 && !text.startsWith("Four"));
        assertThat(String.join("", spoken.timings().characters())).isEqualTo(TEXT);
    }

    @Test
    void keepsNothingOfATextThatIsOneCall() throws Exception {
        var voice = new ScriptedVoice(1_000, order -> {});
        speak(voice, Map.of(), TEXT, context);

        assertThat(context.staged()).isEmpty();
        assertThat(context.note()).isEmpty();
    }

    private void fails(ScriptedVoice voice, Map<String, String> settings) {
        assertThatThrownBy(() -> speak(voice, settings, TEXT, context))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isEqualTo(FailureCode.RATE_LIMITED);
                    assertThat(e.retryAfter()).contains(Duration.ofMinutes(5));
                });
    }

    private static ScriptedVoice busyAt(String word) {
        return new ScriptedVoice(20, order -> {
            if (order.text().startsWith(word)) throw later();
        });
    }

    private static ProviderException later() {
        return new ProviderException(FailureCode.RATE_LIMITED, "later", Duration.ofMinutes(5), null);
    }

    private static Spoken speak(
            ScriptedVoice voice, Map<String, String> settings, String text, RecordingContext context) throws Exception {
        var request = Requests.speech(text, "Aria", 1.0, AudioFormat.WAV);
        return TestSpeakers.of(TestCalls.patient(), settings).speak(voice, new Speaking(request, text, context));
    }

    private static void deleteAll(Path directory) throws Exception {
        List<Path> files;
        try (var all = Files.walk(directory)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (var file : files) Files.delete(file);
    }
}
