package dev.mediagen.alignment.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.worker.media.Pcm;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeechActivityTest {
    @Test
    void findsSpeechBetweenSilences() {
        List<Interval> segments =
                SampleAudio.segments(SampleAudio.speaking(4, new Interval(0.5, 1.5), new Interval(2.2, 3.4)));

        assertThat(segments).hasSize(2);
        assertThat(segments.get(0).start()).isCloseTo(0.5, within(0.03));
        assertThat(segments.get(0).end()).isCloseTo(1.5, within(0.03));
        assertThat(segments.get(1).start()).isCloseTo(2.2, within(0.03));
    }

    @Test
    void adaptsToHowLoudTheRecordingIs() {
        Pcm audio = SampleAudio.speaking(3, new Interval(1, 2));

        assertThat(SampleAudio.segments(SampleAudio.louder(audio, 0.1f)))
                .hasSameSizeAs(SampleAudio.segments(SampleAudio.louder(audio, 2f)))
                .hasSize(1);
    }

    @Test
    void bridgesAStopInsideAWord() {
        assertThat(SampleAudio.segments(SampleAudio.speaking(2, new Interval(0.5, 1), new Interval(1.05, 1.5))))
                .hasSize(1);
    }

    @Test
    void ignoresAClick() {
        assertThat(SampleAudio.segments(SampleAudio.speaking(3, new Interval(0.2, 0.21), new Interval(1, 2))))
                .singleElement()
                .satisfies(segment -> assertThat(segment.start()).isCloseTo(1, within(0.03)));
    }

    @Test
    void hearsOneWordInALongSilence() {
        assertThat(SampleAudio.segments(SampleAudio.speaking(20, new Interval(10, 10.4))))
                .hasSize(1);
    }

    @Test
    void knowsDigitalSilenceAndNoAudioAtAll() {
        assertThat(SpeechActivity.of(SampleAudio.silence(2)).silent()).isTrue();
        assertThat(SpeechActivity.of(SampleAudio.silence(0)).silent()).isTrue();
    }

    @Test
    void takesSpeechWithoutAPauseAsOne() {
        assertThat(SampleAudio.segments(SampleAudio.speakingThroughout(3)))
                .singleElement()
                .satisfies(segment -> assertThat(segment.length()).isCloseTo(3, within(0.03)));
    }

    @Test
    void measuresSpeechWithinASpan() {
        SpeechActivity activity = SampleAudio.activity(4, new Interval(1, 2), new Interval(3, 4));

        assertThat(activity.speech(0, 4)).isCloseTo(2, within(0.06));
        assertThat(activity.speech(1.5, 3.5)).isCloseTo(1, within(0.06));
    }
}
