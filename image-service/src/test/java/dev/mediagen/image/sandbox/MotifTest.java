package dev.mediagen.image.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.sandbox.scene.Composition;
import dev.mediagen.image.sandbox.scene.Motif;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MotifTest {
    @ParameterizedTest
    @CsvSource({
        "Ocean warming, SEA",
        "AI beats doctors, ROBOT",
        "Stocks rally, ECONOMY",
        "Moonlight, MOON",
        "Rainforest shrinks, FOREST",
        "Skyline of tomorrow, CITY",
        "Blooms of May, FLOWER"
    })
    void wordsBecomeMotifs(String headline, Motif motif) {
        assertThat(Composition.of(headline, 1).motifs()).contains(motif);
    }

    @ParameterizedTest
    @EnumSource(ArtStyle.class)
    void styleVocabularyNamesNoMotif(ArtStyle style) {
        String words = String.join(
                " ",
                style.artist(),
                style.medium(),
                style.brushwork(),
                style.palette(),
                style.composition(),
                style.light(),
                "in the style of a blend of and a palette of rich in detail museum quality");
        assertThat(Arrays.stream(words.split("[^\\p{L}]+"))
                        .filter(word -> Motif.of(word).isPresent()))
                .isEmpty();
    }

    @Test
    void headlineWithoutMotifsStillShowsALandscape() {
        assertThat(Composition.of("Qwertz", 1).motifs()).isNotEmpty();
    }

    @Test
    void artistsAreRecognisedAsWordsOnly() {
        assertThat(ArtStyle.mentionedIn("Monetary policy and modality")).isEmpty();
        assertThat(Stream.of("by Van Gogh", "VANGOGH!", "like Vincent van-Gogh"))
                .allSatisfy(text -> assertThat(ArtStyle.mentionedIn(text)).contains(ArtStyle.VAN_GOGH));
        assertThat(ArtStyle.mentionedIn("by Salvador Dalí, not Monet")).contains(ArtStyle.DALI);
    }

    @Test
    void namesAreMatchedWhateverTheirCase() {
        assertThat(ArtStyle.named("vangogh")).contains(ArtStyle.VAN_GOGH);
        assertThat(ArtStyle.named("Leonardo da Vinci")).contains(ArtStyle.DA_VINCI);
        assertThat(ArtStyle.named("van")).isEmpty();
    }
}
