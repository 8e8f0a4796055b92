package dev.mediagen.tts.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.worker.english.EnglishReader;
import dev.mediagen.worker.mary.Sound;
import dev.mediagen.worker.mary.Utterance;
import dev.mediagen.worker.media.Pcm;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void countsTimesInSamples(boolean half) {
        var sentence = EnglishReader.read("$2 now").sentences().getFirst();
        var recording = new Recording(half);
        var samples = new float[48_000];
        Arrays.fill(samples, 1_000, 40_000, 0.37f);
        var sounds = List.of(
                new Sound("u", 0, 0.2),
                new Sound("", Sound.PAUSE, 0.1),
                new Sound("u", 0, 0.3),
                new Sound("u", 1, 0.1),
                new Sound("", Sound.PAUSE, 0.3));
        recording.add(sentence, new Utterance(new Pcm(samples, MaryVoice.SAMPLE_RATE), sounds));

        assertThat(recording.tokens().getFirst().bounds())
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(0.05, 0.25, 0.35, 0.65);
        assertThat(recording.tokens().getLast().finish()).isEqualTo(0.75, within(1e-9));
        var pcm = recording.pcm();
        assertThat(pcm.duration()).isEqualTo(1.05, within(1e-6));
        float loudest = 0;
        for (float sample : pcm.samples()) loudest = Math.max(loudest, Math.abs(sample));
        assertThat(loudest).isEqualTo(0.89f, within(0.001f));
    }
}
