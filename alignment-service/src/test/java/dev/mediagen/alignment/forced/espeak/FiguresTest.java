package dev.mediagen.alignment.forced.espeak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void spellsFiguresAsTheyAreUsuallyRead() {
        assertThat(spelled("It cost $7 in 1889, and 20 more in May.").text())
                .isEqualTo("It cost seven dollars in eighteen eighty nine, and twenty more in May.");
    }

    @Test
    void leavesEverythingElseAsItStands() {
        assertThat(spelled("Dr. Brown (the chairman) isn't in.").text())
                .isEqualTo("Dr. Brown (the chairman) isn't in.");
    }

    @Test
    void remembersWhichWordEveryLetterIsSaidFor() {
        String written = "On May 21, 1998 we met.";
        Sentence sentence = spelled(written);

        assertThat(wordAt(written, sentence, "first")).isEqualTo("21");
        assertThat(wordAt(written, sentence, "nineteen")).isEqualTo("1998");
        assertThat(wordAt(written, sentence, "ight")).isEqualTo("1998");
        assertThat(wordAt(written, sentence, "met")).isEqualTo("met");
        assertThat(sentence.origins()).hasSameSizeAs(sentence.text().toCharArray());
    }

    private static Sentence spelled(String written) {
        SourceText text = SourceText.of(written, "en");
        return new Figures(text).spelled(Sentence.split(text).getFirst());
    }

    private static String wordAt(String written, Sentence sentence, String said) {
        SourceText text = SourceText.of(written, "en");
        int cluster = text.clusterAt(sentence.origins()[sentence.text().indexOf(said)]);
        Word word = text.words().stream()
                .filter(candidate -> candidate.to() > cluster)
                .findFirst()
                .orElseThrow();
        return text.slice(word.from(), word.to());
    }
}
