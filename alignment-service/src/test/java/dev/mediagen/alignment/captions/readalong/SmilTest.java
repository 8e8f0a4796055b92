package dev.mediagen.alignment.captions.readalong;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.captions.formats.XmlReader;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;

class SmilTest {
    private record Par(int word, double begin, double end) {}

    @ParameterizedTest
    @MethodSource("texts")
    void everyWordBeginsOnItsMillisecondAndEndsWithTheNext(String text) {
        Alignment alignment = SampleAlignments.lively(text, new Random(text.length()));

        List<Par> pars = pars(alignment);

        List<AlignedWord> words = alignment.words();
        assertThat(pars).hasSameSizeAs(words);
        for (int i = 0; i < pars.size(); i++) {
            double next = i + 1 < pars.size() ? words.get(i + 1).start() : alignment.duration();
            assertThat(pars.get(i).word()).isEqualTo(i + 1);
            assertThat(pars.get(i).begin()).isCloseTo(words.get(i).start(), within(0.0006));
            assertThat(pars.get(i).end()).isCloseTo(next, within(0.0006));
        }
    }

    static Stream<String> texts() {
        return RandomTexts.of(40);
    }

    @Test
    void wordsThatTakeNoTimeAreLeftOut() {
        Alignment alignment = SampleAlignments.steady("one two three", 0);

        assertThat(ReadAlong.of(DefaultCaptions.track(alignment, "en")).isEmpty())
                .isTrue();
    }

    @Test
    void sentencesAreSequences() {
        String smil = smil(SampleAlignments.steady("Dr. Who? Me! … Yes.", 0.1));

        assertThat(smil.split("<seq ")).hasSize(4);
        assertThat(smil).contains("textref=\"narration.xhtml#s1\"").contains("textref=\"narration.xhtml#s4\"");
    }

    private static List<Par> pars(Alignment alignment) {
        var nodes = XmlReader.parse(smil(alignment)).getElementsByTagName("par");
        List<Par> pars = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            Element text = (Element) nodes.item(i).getFirstChild();
            Element audio = (Element) nodes.item(i).getLastChild();
            pars.add(new Par(
                    Integer.parseInt(text.getAttribute("src").replace("narration.xhtml#w", "")),
                    seconds(audio.getAttribute("clipBegin")),
                    seconds(audio.getAttribute("clipEnd"))));
        }
        return pars;
    }

    private static double seconds(String clock) {
        assertThat(clock).endsWith("s");
        return Double.parseDouble(clock.substring(0, clock.length() - 1));
    }

    private static String smil(Alignment alignment) {
        return Smil.write(ReadAlong.of(DefaultCaptions.track(alignment, "en")), "narration.mp3");
    }
}
