package dev.mediagen.pronunciation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EspeakTest {
    @TempDir
    static Path home;

    private static Espeak espeak;

    @BeforeAll
    static void start() throws Exception {
        espeak = new Espeak(Natives.find(home));
    }

    @Test
    void readsEnglishWithTimes() {
        Utterance said = espeak.say("en-us", "Two boats.");

        assertThat(said.words()).extracting(Utterance.Word::position).containsExactly(0, 4);
        assertThat(said.phones()).extracting(Utterance.Phone::symbol).startsWith("t", "u:", "b");
        assertThat(said.phones()).extracting(Utterance.Phone::sample).isSorted();
        assertThat(said.samples().length).isBetween(espeak.sampleRate() / 3, 2 * espeak.sampleRate());
    }

    @Test
    void knowsManyLanguages() {
        assertThat(espeak.languages()).contains("en-us", "fi", "cs", "ru", "it", "cmn", "ja");
        assertThat(espeak.say("fi", "Kaksi venettä.").words()).hasSize(2);
    }

    @Test
    void refusesLanguagesItDoesNotKnow() {
        assertThatThrownBy(() -> espeak.say("xx", "?")).isInstanceOf(IllegalArgumentException.class);
    }
}
