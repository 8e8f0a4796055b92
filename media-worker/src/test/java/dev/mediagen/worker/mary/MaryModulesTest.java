package dev.mediagen.worker.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.worker.english.EnglishReader;
import dev.mediagen.worker.english.Sentence;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MaryModulesTest {
    private static final Sentence SENTENCE =
            EnglishReader.read("Dr. Smith, they don't know.").sentences().getFirst();

    @Test
    void soundsAddUpToTheSamples() throws Exception {
        var spoken = say(acoustics -> {});

        assertThat(spoken.sounds().stream().mapToDouble(Sound::seconds).sum())
                .isCloseTo(spoken.pcm().duration(), within(0.001));
    }

    @Test
    void everyTokenIsHeardInOrder() throws Exception {
        var spoken = say(acoustics -> {});

        assertThat(spoken.sounds().stream()
                        .filter(sound -> sound.token() != Sound.PAUSE)
                        .map(Sound::token)
                        .distinct())
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void contractionsSoundAsTheyAreSaid() throws Exception {
        var spoken = say(acoustics -> {});

        assertThat(spoken.sounds().stream().filter(sound -> sound.token() == 3).map(Sound::symbol))
                .containsExactly("d", "@U", "n", "t");
    }

    @Test
    void pausesAreAsLongAsAskedFor() throws Exception {
        var spoken = say(acoustics -> acoustics.pauses(100, 400));

        assertThat(spoken.sounds().stream()
                        .filter(sound -> sound.token() == Sound.PAUSE)
                        .map(Sound::seconds))
                .usingElementComparator((one, other) -> Math.abs(one - other) <= 0.006 ? 0 : 1)
                .containsExactly(0.1, 0.4);
    }

    @Test
    void aFasterTempoShortensTheSounds() throws Exception {
        var usual = say(acoustics -> acoustics.pauses(100, 100)).pcm().duration();
        var faster = say(acoustics -> {
                    acoustics.pauses(100, 100);
                    acoustics.tempo(1.5);
                })
                .pcm()
                .duration();

        assertThat(faster - 0.2).isCloseTo((usual - 0.2) / 1.5, within(0.1));
    }

    @Test
    void aHigherPitchKeepsTheTimes() throws Exception {
        var usual = say(acoustics -> {});
        var higher = say(acoustics -> acoustics.pitch(1.2));

        assertThat(higher.sounds()).isEqualTo(usual.sounds());
        assertThat(higher.pcm().samples()).isNotEqualTo(usual.pcm().samples());
    }

    private static Utterance say(Consumer<Acoustics> shaping) throws Exception {
        return MaryModules.start().say(SENTENCE, shaping);
    }
}
