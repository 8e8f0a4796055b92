package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.tts.audio.Joined;
import dev.mediagen.tts.audio.Measured;
import dev.mediagen.tts.audio.Seam;
import dev.mediagen.tts.chunks.TextChunks;
import dev.mediagen.tts.sandbox.RealVoice;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real voice passes the quality gate, and joins without a seam.
class RealSpeechTest {
    private static final RealVoice REAL = new RealVoice();
    private static final String STORY = "Mr. Smith paid 3.14 dollars to Dr. Jones on Jan. 3, e.g. for tea. The rain in"
            + " the valley had not stopped for days, and nobody went out. Was that wise? Perhaps not! But when the sun"
            + " came back, the whole village walked down to the river, where the boats lay upside down on the sand,"
            + " and sang until the evening.";

    @TempDir
    Path workDir;

    @AfterAll
    static void stop() {
        REAL.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A",
                "No.",
                "Hello!",
                "Yes, please.",
                "hmm",
                "1000000",
                "3.14159265358979",
                "$1,234,567.89 and 50%",
                "FBI CIA NSA USA",
                "2024-03-05 10:30",
                "Wait... what?! -- No --- really...",
                STORY
            })
    void passesTheGateAtEverySpeed(String text) throws Exception {
        for (double speed : new double[] {0.7, 1.0, 1.2}) {
            var speech = say(text, speed);
            assertThatCode(() -> AudioCheck.speech(speech, text, speed)).doesNotThrowAnyException();
            assertThat(TimingsCheck.isUsable(speech.timings(), AudioCodec.duration(speech.audio())))
                    .isTrue();
        }
    }

    @Test
    void doesNotPassWhenHalfOfItIsMissing() throws Exception {
        var speech = say(STORY, 1.0);
        var pcm = AudioCodec.decode(speech.audio(), 48_000);
        var half = workDir.resolve("half.wav");
        var first = Arrays.copyOf(pcm.samples(), pcm.samples().length / 2);
        AudioCodec.encode(new Pcm(first, 48_000), AudioFormat.WAV, AudioQuality.HIGH, half);
        var cut = new Speech(half, true, speech.timings(), null, null, List.of());

        assertThatThrownBy(() -> AudioCheck.speech(cut, STORY, 1.0)).hasMessageContaining("text");
    }

    @Test
    void joinsWithoutClickOrJump() throws Exception {
        var chunks = TextChunks.split(STORY, 125, "en");
        var pieces = new ArrayList<Measured>();
        for (var chunk : chunks) pieces.add(atAnotherLevel(say(chunk, 1.0), pieces.size() % 2 == 0 ? 1 : 0.4f));
        var pauses = Collections.nCopies(pieces.size() - 1, 0.3);
        var joined = Joined.of(pieces, pauses, AudioFormat.WAV, AudioQuality.HIGH, workDir.resolve("joined.wav"));
        var pcm = AudioCodec.decode(joined.file(), Measured.RATE);

        assertThat(chunks).hasSizeGreaterThan(2);
        for (int index = 1; index < pieces.size(); index++) {
            var seam = new Seam(
                    pcm, joined.places().get(index - 1), joined.places().get(index));
            assertThat(seam.click()).as("click at seam %d", index).isLessThanOrEqualTo(2);
            assertThat(seam.pause()).as("pause at seam %d", index).isLessThanOrEqualTo(-60);
            assertThat(seam.jump()).as("jump at seam %d", index).isLessThanOrEqualTo(1.5);
        }
    }

    @Test
    void timesEveryCharacterOfChunkedSpeech() throws Exception {
        var voice = new Limited(REAL.provider(), 125);
        var request = Requests.speech(STORY, "Aria", 1.0, AudioFormat.MP3);
        var speaking = new Speaking(request, STORY, new RecordingContext(workDir));
        var spoken = TestSpeakers.of(TestCalls.once()).speak(voice, speaking);
        var timings = spoken.timings();

        assertThat(String.join("", timings.characters())).isEqualTo(STORY);
        assertThat(timings.starts()).isSorted();
        assertThat(timings.ends().getLast()).isEqualTo(AudioCodec.duration(spoken.audio()), within(0.1));
    }

    private Measured atAnotherLevel(Speech speech, float factor) throws Exception {
        var samples = AudioCodec.decode(speech.audio(), Measured.RATE).samples();
        for (int index = 0; index < samples.length; index++) samples[index] *= factor;
        var file = Files.createTempFile(workDir, "piece", ".wav");
        AudioCodec.encode(new Pcm(samples, Measured.RATE), AudioFormat.WAV, AudioQuality.HIGH, file);
        return Measured.of(file);
    }

    private Speech say(String text, double speed) throws Exception {
        var own = Files.createTempDirectory(workDir, "call");
        var request = Requests.speech(text, "Aria", speed, AudioFormat.WAV);
        var voice = Requests.VOICES.resolve("Aria");
        return REAL.provider().speak(SpeechOrder.whole(request, text, voice), new RecordingContext(own));
    }
}
