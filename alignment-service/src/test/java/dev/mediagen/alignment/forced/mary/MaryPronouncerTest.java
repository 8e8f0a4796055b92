package dev.mediagen.alignment.forced.mary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.forced.Phone;
import dev.mediagen.alignment.text.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaryPronouncerTest {
    private final MaryPronouncer pronouncer = new MaryPronouncer();

    @Test
    void readsEveryWordInOrder() throws Exception {
        SourceText text = SourceText.of("Dr. Smith paid $1,250 on May 21, 1998.", "en");
        List<Phone> phones = new ArrayList<>();
        double[] seconds = {0};

        pronouncer.read(text, "en", (speech, sounds) -> {
            phones.addAll(sounds);
            seconds[0] = speech.duration();
        });

        assertThat(phones).extracting(Phone::word).isSorted();
        assertThat(phones.stream().map(Phone::word).distinct())
                .hasSize(text.words().size());
        assertThat(phones.getLast().end()).isCloseTo(seconds[0], within(0.3));
    }

    @Test
    void readsOnlyEnglish() {
        assertThat(pronouncer.speaks("en")).isTrue();
        assertThat(pronouncer.speaks("fi")).isFalse();
    }
}
