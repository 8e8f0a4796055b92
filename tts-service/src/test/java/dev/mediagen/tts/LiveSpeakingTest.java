package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a listener hears of a text that takes several calls, and of calls that fail.
class LiveSpeakingTest {
    private static final String FIRST = "This is the first sentence of it.";
    private static final String SECOND = "And this is the second one.";

    @TempDir
    Path workDir;

    private final LiveAudio live = LiveAudio.open();
    private final List<String> failing = new ArrayList<>();
    private final List<String> breaking = new ArrayList<>();
    private boolean streams = true;
    private double loudness = 0.3;

    LiveSpeakingTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        live.close();
    }

    private Spoken speak(AudioFormat format) throws Exception {
        var request = Requests.speech(FIRST + " " + SECOND, "Aria", 1.0, format);
        var context = new RecordingContext(workDir);
        var speaking = new Speaking(request, request.text().inline(), context, live);
        return TestSpeakers.of(TestCalls.patient()).speak(new Streaming(new ScriptedVoice(40, order -> {})), speaking);
    }

    private String heard() throws Exception {
        live.end();
        var heard = new ByteArrayOutputStream();
        var buffer = new byte[64];
        for (int count = live.read(buffer); count >= 0; count = live.read(buffer)) heard.write(buffer, 0, count);
        return heard.toString();
    }

    @Test
    void hearsChunkAfterChunk() throws Exception {
        speak(AudioFormat.MP3);

        assertThat(heard()).isEqualTo("<" + FIRST + "><" + SECOND + ">");
    }

    @Test
    void hearsNothingOfATryThatFailedBeforeItsFirstByte() throws Exception {
        failing.add(FIRST);
        failing.add(SECOND);
        speak(AudioFormat.MP3);

        assertThat(heard()).isEqualTo("<" + FIRST + "><" + SECOND + ">");
    }

    @Test
    void isCutWhenATryFailsAfterItsFirstByteThoughTheTextIsSpoken() throws Exception {
        breaking.add(SECOND);
        var spoken = speak(AudioFormat.MP3);

        assertThat(spoken.duration()).isPositive();
        assertThatThrownBy(this::heard).isInstanceOf(IOException.class);
    }

    @Test
    void isCutWhenWhatWasHeardIsUnfitAndSaidAgain() throws Exception {
        loudness = 0;
        var spoken = speak(AudioFormat.MP3);

        assertThat(spoken.duration()).isPositive();
        assertThatThrownBy(this::heard).isInstanceOf(IOException.class);
    }

    @Test
    void waitsForTheEndWhereChunksCannotBePutTogether() throws Exception {
        speak(AudioFormat.OPUS);

        assertThat(live.written()).isZero();
        assertThat(live.isOpen()).isTrue();
    }

    @Test
    void waitsForTheEndOfWhoDoesNotStream() throws Exception {
        streams = false;
        speak(AudioFormat.MP3);

        assertThat(live.written()).isZero();
        assertThat(live.isOpen()).isTrue();
    }

    /// Hands on the words in brackets, before it speaks.
    private final class Streaming implements SpeechProvider {
        private final ScriptedVoice voice;

        Streaming(ScriptedVoice voice) {
            this.voice = voice;
        }

        @Override
        public String name() {
            return voice.name();
        }

        @Override
        public Optional<String> missing() {
            return voice.missing();
        }

        @Override
        public ProviderCapability capability(int order) {
            return voice.capability(order);
        }

        @Override
        public int maxTextLength(String modelId) {
            return voice.maxTextLength(modelId);
        }

        @Override
        public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
            voice.loudness = 0.3;
            return voice.speak(order, context);
        }

        @Override
        public Speech speak(SpeechOrder order, PartContext context, Consumer<byte[]> listener)
                throws ProviderException, InterruptedException {
            var text = order.text().strip();
            if (failing.remove(text)) throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "not yet");
            if (streams) listener.accept(("<" + text).getBytes());
            if (breaking.remove(text)) throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "broken off");
            if (streams) listener.accept(">".getBytes());
            voice.loudness = loudness;
            return voice.speak(order, context);
        }
    }
}
