package dev.mediagen.tts.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxSpeechProviderTest {
    private static final String NEWS =
            "On March 5, 2024, Dr. Lee paid $5.20 for tea; 50% of it was cold. Was that fair?"
                    + " “No,” she said — and the FBI didn’t agree!";
    private static final MaryVoice MARY = new MaryVoice(config(2));
    private static final SandboxSpeechProvider PROVIDER =
            new SandboxSpeechProvider(Requests.VOICES, MARY, new Faults(false, Duration.ZERO));

    @TempDir
    Path workDir;

    @AfterAll
    static void stop() {
        MARY.stop();
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void saysHowLongItsAudioIs(AudioFormat format) throws Exception {
        var speech = speak(Requests.speech(NEWS, "Aria", 1.0, format), NEWS, workDir);
        double duration = AudioCodec.duration(speech.audio());

        CharacterClockTest.check(NEWS, speech.timings());
        assertThat(speech.timings().ends().getLast()).isEqualTo(duration, within(0.02));
    }

    @Test
    void isHeardBeforeTheLastSentenceIsSpoken() throws Exception {
        var first = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var heard = new ByteArrayOutputStream();
        Consumer<byte[]> listener = audio -> {
            heard.writeBytes(audio);
            first.countDown();
            uninterrupted(goOn);
        };
        var request = Requests.speech(NEWS, "Aria", 1.0, AudioFormat.MP3);
        var order = SpeechOrder.whole(request, NEWS, Requests.VOICES.resolve("Aria"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var speaking = threads.submit(() -> PROVIDER.speak(order, new RecordingContext(workDir), listener));
            first.await();
            int beginning = heard.size();
            assertThat(speaking.isDone()).isFalse();
            goOn.countDown();

            var speech = speaking.get();
            assertThat(beginning).isPositive().isLessThan(heard.size());
            assertThat(heard.size()).isEqualTo((int) Files.size(speech.audio()));
            CharacterClockTest.check(NEWS, speech.timings());
            assertThat(speech.timings().ends().getLast()).isEqualTo(AudioCodec.duration(speech.audio()), within(0.02));
        }
    }

    private static void uninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void soundsWhereItsTimingsSayAndIsSilentInTheGaps() throws Exception {
        for (double speed : new double[] {0.7, 1.0, 1.2}) {
            var speech = speak(NEWS, "Aria", speed);
            var loudness = new Loudness(AudioCodec.decode(speech.audio(), 48_000));

            for (var pause : new String[] {";", ".", "?", "—", "!"}) {
                int at = NEWS.lastIndexOf(pause);
                int next = Math.min(at + 1, NEWS.length() - 1);
                double gap = loudness.between(
                        start(speech, at) + 0.04, speech.timings().ends().get(next) - 0.02);
                assertThat(gap).as("%s at speed %s", pause, speed).isLessThan(0.01);
            }
            for (var word :
                    new String[] {"March", "2024", "Lee", "$5.20", "tea", "cold", "fair", "No", "FBI", "agree"}) {
                int at = NEWS.indexOf(word);
                double heard = loudness.between(
                        start(speech, at), speech.timings().ends().get(at + word.length() - 1));
                assertThat(heard).as("%s at speed %s", word, speed).isGreaterThan(0.03);
            }
        }
    }

    @Test
    void speaksAsFastAsAsked() throws Exception {
        double normal = duration(speak(NEWS, "Aria", 1.0));

        assertThat(duration(speak(NEWS, "Aria", 0.7)) / normal).isBetween(1.36, 1.48);
        assertThat(duration(speak(NEWS, "Aria", 1.2)) / normal).isBetween(0.81, 0.88);
    }

    @Test
    void saysTheSameWhileAnotherSpeaks() throws Exception {
        var alone = Files.readAllBytes(
                speak("The first of two speakers.", "Aria", 1.0).audio());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var other = threads.submit(() -> speak(NEWS, "Roger", 1.0));
            var same = threads.submit(() -> speak("The first of two speakers.", "Aria", 1.0));

            assertThat(Files.readAllBytes(same.get().audio())).isEqualTo(alone);
            assertThat(other.get().warnings()).anyMatch(warning -> warning.contains("voice Roger"));
        }
    }

    @Test
    void tellsWhatItIs() throws Exception {
        var speech = speak("Hello 😀", "roger", 1.0);

        assertThat(speech.warnings())
                .contains("sandbox: voice Roger is spoken by MaryTTS cmu-slt-hsmm", "sandbox: not spoken: 😀");
    }

    @Test
    void refusesATextWithNothingToSay() {
        assertThatThrownBy(() -> speak("😀 !!", "Aria", 1.0))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "hmm",
                "bcdfg",
                "x",
                "1",
                "I.",
                "don't",
                "ÿ",
                "'tis",
                "O'",
                "Zażółć gęślą",
                "a b c. d",
                "QQQQQQQQ",
                "Mm."
            })
    void speaksOddLittleTexts(String text) throws Exception {
        var speech = speak(text, "Aria", 1.0);

        assertThat(AudioCodec.duration(speech.audio())).isGreaterThan(0.3);
        CharacterClockTest.check(text, speech.timings());
    }

    private Speech speak(String text, String voice, double speed) throws Exception {
        var own = Files.createTempDirectory(workDir, "call");
        return speak(Requests.speech(text, voice, speed, AudioFormat.WAV), text, own);
    }

    private static Speech speak(SpeechRequested request, String text, Path workDir) throws Exception {
        var voice = Requests.VOICES.resolve(request.voice());
        return PROVIDER.speak(SpeechOrder.whole(request, text, voice), new RecordingContext(workDir));
    }

    private static double duration(Speech speech) throws Exception {
        return AudioCodec.duration(speech.audio());
    }

    private static double start(Speech speech, int index) {
        return speech.timings().starts().get(index);
    }

    private static SandboxConfig config(int concurrency) {
        return new SandboxConfig() {
            @Override
            public int concurrency() {
                return concurrency;
            }

            @Override
            public boolean warmUp() {
                return false;
            }
        };
    }
}
