package dev.mediagen.alignment.forced.espeak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.alignment.forced.Phone;
import dev.mediagen.alignment.forced.Pronouncer;
import dev.mediagen.alignment.text.SourceText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EspeakPronouncerTest {
    private static final String GREETING = "{\"sampleRate\":1000,\"languages\":[\"en-us\",\"fi\"]}";

    @Test
    void speaksNothingWhenThereIsNoServer() {
        assertThat(EspeakPronouncers.of(Optional.empty()).speaks("en")).isFalse();
        assertThat(EspeakPronouncers.of(Optional.of(List.of("no-such-program"))).speaks("en"))
                .isFalse();
    }

    @Test
    void choosesAVoice() {
        Set<String> voices = Set.of("en-us", "en-gb", "fr-fr", "fr-be", "cmn", "fi");

        assertThat(EspeakVoices.voice("en", voices)).isEqualTo("en-us");
        assertThat(EspeakVoices.voice("en_GB", voices)).isEqualTo("en-gb");
        assertThat(EspeakVoices.voice("fr", voices)).isEqualTo("fr-fr");
        assertThat(EspeakVoices.voice("zh", voices)).isEqualTo("cmn");
        assertThat(EspeakVoices.voice("xx", voices)).isNull();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS) // the recorded server is a shell script
    void givesWordsReadAsOneTheirOwnSounds() throws Exception {
        // As espeak-ng 1.52 answers for "From the house": one word event for the first two words.
        String answer =
                "{\"words\":[[0,0],[9,3]],\"phones\":[[\"f\",0],[\"D\",100],[\"@\",150],[\"h\",200],[\"_\",300]],"
                        + "\"length\":400,\"samples\":\"%s\"}".formatted("AAAA".repeat(200));
        String from = "{\"words\":[[0,0]],\"phones\":[[\"f\",0]],\"length\":100}";
        String the = "{\"words\":[[0,0]],\"phones\":[[\"D\",0],[\"@\",50]],\"length\":100}";
        List<Phone> phones = new ArrayList<>();

        server(GREETING, answer, from, the)
                .read(SourceText.of("From the house", "en"), "en", (_, sounds) -> phones.addAll(sounds));

        assertThat(phones).extracting(Phone::word).containsExactly(0, 1, 1, 2);
        assertThat(phones).extracting(Phone::symbol).containsExactly("f", "D", "@", "h");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void failsWhenTheServerEnds() {
        assertThatThrownBy(() -> server(GREETING).read(SourceText.of("Hi", "en"), "en", (_, _) -> {}))
                .isInstanceOf(IOException.class);
    }

    /// Answers every line it reads with the next recorded one.
    private static Pronouncer server(String greeting, String... answers) {
        StringBuilder script = new StringBuilder("echo '" + greeting + "'");
        for (String answer : answers) {
            script.append("; read line; echo '").append(answer).append("'");
        }
        return EspeakPronouncers.of(Optional.of(List.of("sh", "-c", script.toString())));
    }
}
