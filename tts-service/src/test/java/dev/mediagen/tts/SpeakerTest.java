package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpeakerTest {
    private static final String TEXT = "One small cat sat. Two old dogs ran. Three big birds flew. Four fish swam off.";

    @TempDir
    Path workDir;

    @Test
    void joinsChunksInTheOrderOfTheText() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        var spoken = speak(voice, Map.of("media.speech.pauses.scripted", "0.3s"));

        assertThat(String.join("", spoken.timings().characters())).isEqualTo(TEXT);
        assertThat(spoken.timings().starts()).isSorted();
        double speech = TEXT.length() * ScriptedVoice.EACH;
        assertThat(spoken.duration()).isEqualTo(speech + 4 * 0.3 + 10 * 0.04, within(0.12));
        assertThat(AudioCodec.duration(spoken.audio())).isEqualTo(spoken.duration(), within(0.001));
        assertThat(spoken.keepUnder()).isEqualTo("scripted/");
        assertThat(spoken.warnings()).containsExactly("a warning");
    }

    @Test
    void timesEveryCharacterWhereItsChunkWasMeasuredToLie() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        var timings =
                speak(voice, Map.of("media.speech.pauses.scripted", "0.3s")).timings();

        int second = TEXT.indexOf("Two");
        double first = timings.starts().getFirst();
        assertThat(first).isEqualTo(0.04, within(0.011));
        // 19 characters, what is kept of the edges, and the pause
        assertThat(timings.starts().get(second)).isEqualTo(first + 19 * ScriptedVoice.EACH + 0.08 + 0.3, within(0.03));
        assertThat(timings.ends().get(second - 1))
                .as("white space lasts until the next sentence")
                .isEqualTo(timings.starts().get(second), within(0.06));
    }

    @Test
    void joinsHowTheChunksWereRead() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        voice.reads = true;
        var timings = speak(voice, Map.of()).timings();

        assertThat(String.join("", timings.characters())).isEqualTo(TEXT);
        assertThat(String.join("", timings.spoken().characters())).isEqualTo(TEXT.toUpperCase());
        assertThat(timings.spoken().starts()).isSorted();
        int last = TEXT.indexOf("Four");
        assertThat(timings.spoken().starts().get(last))
                .isEqualTo(timings.starts().get(last), within(ScriptedVoice.EACH + 0.001));
    }

    @Test
    void keepsHowTheChunksWereReadWhereNothingElseIsTimed() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        voice.readsOnly = true;
        var whole = new ScriptedVoice(1_000, order -> {});
        whole.readsOnly = true;

        assertThat(String.join("", speak(voice, Map.of()).timings().spoken().characters()))
                .isEqualTo(TEXT.toUpperCase());
        assertThat(speak(whole, Map.of()).timings().characters()).isEmpty();
        assertThat(speak(whole, Map.of()).timings().spoken().characters()).hasSize(TEXT.length() + 1);
    }

    @Test
    void saysSeveralChunksAtOnceButNoMoreThanAllowed() throws Exception {
        var together = new CyclicBarrier(2);
        var most = new AtomicInteger();
        var voice = new ScriptedVoice[1];
        voice[0] = new ScriptedVoice(20, order -> {
            most.accumulateAndGet(voice[0].running.get(), Math::max);
            meet(together);
        });
        speak(voice[0], Map.of("media.speech.parallel-chunks", "2"));

        assertThat(most).hasValue(2);
        assertThat(voice[0].orders)
                .extracting(SpeechOrder::text)
                .containsExactlyInAnyOrder(
                        "One small cat sat. ",
                        "Two old dogs ran. ",
                        "Three big birds ",
                        "flew. ",
                        "Four fish swam off.");
    }

    @Test
    void tellsEachChunkWhatStandsBeforeAndAfterIt() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        speak(voice, Map.of());
        var second = voice.orders.stream()
                .filter(order -> order.text().startsWith("Two"))
                .findFirst()
                .orElseThrow();

        assertThat(second.before()).isEqualTo("One small cat sat. ");
        assertThat(second.after()).isEqualTo("Three big birds ");
        assertThat(second.chunked()).isTrue();
    }

    @Test
    void chainsChunksOfProvidersThatContinue() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        speak(voice, Map.of("media.speech.chained", "scripted"));

        assertThat(voice.orders).extracting(SpeechOrder::text).startsWith("One small cat sat. ", "Two old dogs ran. ");
        assertThat(voice.orders.getFirst().previousRequestIds()).isEmpty();
        assertThat(voice.orders.getLast().previousRequestIds())
                .containsExactly("request of Two old dogs ran.", "request of Three big birds", "request of flew.");
    }

    @Test
    void paysOnlyTheChunkThatFailedAgain() throws Exception {
        var failures = new AtomicInteger();
        var voice = new ScriptedVoice(20, order -> {
            if (order.text().startsWith("Two") && failures.getAndIncrement() < 2)
                throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "down");
        });
        speak(voice, Map.of());

        assertThat(voice.orders).hasSize(5 + 2);
    }

    @Test
    void interruptsTheOthersWhenOneChunkFails() {
        var begun = new CountDownLatch(3);
        var interrupted = new AtomicInteger();
        var voice = new ScriptedVoice(20, order -> {
            if (order.text().startsWith("One")) {
                begun.await();
                throw new ProviderException(FailureCode.CONTENT_REJECTED, "no");
            }
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
        });

        assertThatThrownBy(() -> speak(voice, Map.of()))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.CONTENT_REJECTED));
        assertThat(voice.running).hasValue(0);
        assertThat(interrupted).hasValue(3);
        assertThat(voice.orders).hasSize(4);
    }

    @Test
    void leavesNothingRunningWhenItIsInterrupted() throws Exception {
        var begun = new CountDownLatch(4);
        var voice = new ScriptedVoice(20, order -> {
            begun.countDown();
            new CountDownLatch(1).await();
        });
        var outcome = new Throwable[1];
        var speaking = Thread.ofVirtual().start(() -> {
            try {
                speak(voice, Map.of());
            } catch (Exception e) {
                outcome[0] = e;
            }
        });
        begun.await();
        speaking.interrupt();

        assertThat(speaking.join(Duration.ofSeconds(20))).isTrue();
        assertThat(outcome[0]).isInstanceOf(InterruptedException.class);
        assertThat(voice.running).hasValue(0);
    }

    @Test
    void saysOnlyTheUnfitChunkOnceMore() throws Exception {
        var bad = new AtomicInteger();
        var voice = new ScriptedVoice[1];
        voice[0] = new ScriptedVoice(20, order -> {
            voice[0].loudness = order.text().startsWith("Two") && bad.getAndIncrement() == 0 ? 0 : 0.3;
        });
        var speaker = TestSpeakers.of(TestCalls.once(), Map.of("media.speech.parallel-chunks", "1"));
        var speaking = speaking();
        var served = new Fallback().serve(List.of(voice[0]), provider -> speaker.speak(provider, speaking));

        assertThat(served.made().timings()).isNotNull();
        assertThat(voice[0].orders).hasSize(5 + 1);
    }

    @Test
    void aSecondUnfitChunkOfAChainDiscardsNothing() throws Exception {
        var bad = new ConcurrentHashMap<String, Boolean>();
        var voice = new ScriptedVoice[1];
        voice[0] = new ScriptedVoice(20, order -> {
            boolean first = bad.putIfAbsent(order.text(), true) == null;
            voice[0].loudness = first && order.text().matches("(Two|Four).*") ? 0 : 0.3;
        });
        var speaker = TestSpeakers.of(TestCalls.once(), Map.of("media.speech.chained", "scripted"));
        var speaking = speaking();
        new Fallback().serve(List.of(voice[0]), provider -> speaker.speak(provider, speaking));

        assertThat(voice[0].orders).hasSize(5 + 2);
    }

    @Test
    void paysTwiceAndNotAThirdTimeForAChunkThatStaysUnfit() {
        var voice = new ScriptedVoice[1];
        voice[0] =
                new ScriptedVoice(20, order -> voice[0].loudness = order.text().startsWith("Two") ? 0 : 0.3);
        var speaker = TestSpeakers.of(TestCalls.once(), Map.of("media.speech.parallel-chunks", "1"));
        var speaking = speaking();

        assertThatThrownBy(() -> new Fallback().serve(List.of(voice[0]), provider -> speaker.speak(provider, speaking)))
                .isInstanceOfSatisfying(ProviderException.class, e -> {
                    assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
                    assertThat(e.isCostly()).isTrue();
                });
        assertThat(voice[0].orders).hasSize(1 + 2);
    }

    @Test
    void takesNothingForAChunkThatWasSaidOfAnotherText() throws Exception {
        var speaker = TestSpeakers.of(TestCalls.once(), Map.of("media.speech.parallel-chunks", "1"));
        var speaking = speaking();
        var shortly = new ScriptedVoice(20, order -> {
            if (order.text().startsWith("Four")) throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "down");
        });
        assertThatThrownBy(() -> speaker.speak(shortly, speaking)).isInstanceOf(ProviderException.class);
        var spoken = speaker.speak(new ScriptedVoice(40, order -> {}), speaking);

        assertThat(String.join("", spoken.timings().characters())).isEqualTo(TEXT);
        assertThat(spoken.duration()).isGreaterThan(TEXT.length() * ScriptedVoice.EACH);
    }

    @Test
    void hasNoTimingsWhenOneChunkHasNone() throws Exception {
        var voice = new ScriptedVoice[1];
        voice[0] =
                new ScriptedVoice(20, order -> voice[0].timings = !order.text().startsWith("Two"));
        var spoken = speak(voice[0], Map.of("media.speech.parallel-chunks", "1"));

        assertThat(spoken.timings()).isNull();
    }

    @Test
    void timesTheWhiteSpaceThatAProviderLeavesOut() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        voice.strips = true;

        assertThat(String.join("", speak(voice, Map.of()).timings().characters()))
                .isEqualTo(TEXT);
    }

    @Test
    void sendsNoChunkWithoutAnythingToSay() throws Exception {
        var voice = new ScriptedVoice(20, order -> {});
        var text = "Hello there friend" + " ".repeat(70) + "and goodbye";
        var context = new RecordingContext(workDir);
        var request = Requests.speech(text, "Aria", 1.0, AudioFormat.WAV);
        var spoken = TestSpeakers.of(TestCalls.once()).speak(voice, new Speaking(request, text, context));

        assertThat(voice.orders).allSatisfy(order -> assertThat(order.text()).isNotBlank());
        assertThat(String.join("", spoken.timings().characters())).isEqualTo(text);
        assertThat(spoken.timings().starts()).isSorted();
    }

    @Test
    void passesAWholeTextUntouched() throws Exception {
        var voice = new ScriptedVoice(1_000, order -> {});
        var spoken = speak(voice, Map.of());

        assertThat(voice.orders).hasSize(1);
        assertThat(voice.orders.getFirst().chunked()).isFalse();
        assertThat(spoken.audio().getFileName()).hasToString("speech.wav");
    }

    private Spoken speak(ScriptedVoice voice, Map<String, String> settings) throws Exception {
        return TestSpeakers.of(TestCalls.patient(), settings).speak(voice, speaking());
    }

    private Speaking speaking() {
        var request = Requests.speech(TEXT, "Aria", 1.0, AudioFormat.WAV);
        return new Speaking(request, TEXT, new RecordingContext(workDir));
    }

    private static void meet(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(200, TimeUnit.MILLISECONDS);
        } catch (BrokenBarrierException | TimeoutException e) {
            assertThat(e).as("the last of an odd number waits alone").isNotNull();
        }
    }
}
