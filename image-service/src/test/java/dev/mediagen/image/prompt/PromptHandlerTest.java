package dev.mediagen.image.prompt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.PromptRequested;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.Desk;
import dev.mediagen.image.TestCalls;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptHandlerTest {
    private static final List<String> WORDS = List.of(
            "storm",
            "Überflutung",
            "東京で大雪が降る",
            "👩‍👩‍👧‍👦",
            "e\u0301tude",
            "🇩🇪🇫🇷",
            "क्षत्रिय",
            "Donaudampfschifffahrtsgesellschaft",
            "🏳️‍🌈",
            "𝔘𝔫𝔦𝔠𝔬𝔡𝔢",
            "مرحبا",
            "(again)",
            "—",
            "12%");

    private final PromptHandler handler = handler(List.of());

    @ParameterizedTest
    @EnumSource(ArtStyle.class)
    void promptHoldsSubjectArtistAndVocabulary(ArtStyle style) throws Exception {
        PromptProduced prompt = produced(make("Storm over the harbour.", 400, List.of(), of(style.label(), 1)));
        assertThat(prompt.prompt())
                .startsWith("Storm over the harbour, ")
                .contains(style.artist(), style.medium(), style.brushwork(), style.palette());
        assertThat(prompt.style()).isEqualTo(style.label());
        assertThat(prompt.version()).isEqualTo("template/" + style.label().toLowerCase(Locale.ROOT) + "@1");
        assertThat(ArtStyle.mentionedIn(prompt.prompt())).contains(style);
    }

    @Test
    void promptsFitAndAreNeverCutInsideALetter() throws Exception {
        var random = new SplittableRandom(5);
        for (int round = 0; round < 2000; round++) {
            var headline = new StringBuilder("x");
            for (int i = random.nextInt(40); i > 0; i--) {
                headline.append(random.nextInt(4) == 0 ? "" : " ").append(WORDS.get(random.nextInt(WORDS.size())));
            }
            int most = 1 + random.nextInt(random.nextBoolean() ? 60 : 500);
            String style =
                    ArtStyle.labels().get(random.nextInt(ArtStyle.labels().size()));
            String prompt = produced(make(headline.toString(), most, List.of("warm " + headline), of(style, 1)))
                    .prompt();
            assertThat(prompt.codePointCount(0, prompt.length())).isBetween(1, most);
            int kept = common(prompt, headline.toString());
            var letters = BreakIterator.getCharacterInstance(Locale.ROOT);
            letters.setText(headline.toString());
            assertThat(letters.isBoundary(kept)).as(prompt).isTrue();
        }
    }

    @Test
    void longHeadlineLeavesTheSubjectAndTheManner() throws Exception {
        PartResult result = make("Glacier collapse ".repeat(30), 120, List.of(), of("Monet", 1));
        assertThat(produced(result).prompt())
                .startsWith("Glacier collapse Glacier")
                .endsWith("in the style of Claude Monet");
        assertThat(result.warnings()).singleElement().asString().contains("headline");
    }

    @Test
    void guidelinesStandInThePromptInTheCallersWords() throws Exception {
        List<String> guidelines = List.of("no text", "wide negative space", "warm greys");
        PartResult result = make("Elections begin", 140, guidelines, of("Picasso", 1));
        assertThat(produced(result).prompt()).contains(guidelines);
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void guidelineWithoutRoomIsTold() throws Exception {
        PartResult result = make("Elections begin", 70, List.of("w ".repeat(60)), of("Picasso", 1));
        assertThat(result.warnings()).singleElement().asString().contains("styleGuidelines[0]");
    }

    @Test
    void weightsAreNormalisedAndBothStylesSpeak() throws Exception {
        PromptProduced prompt = produced(make("Harvest", 600, List.of(), of("monet", 1), of("VANGOGH", 3)));
        assertThat(prompt.style()).isEqualTo("VanGogh 75% + Monet 25%");
        assertThat(prompt.version()).isEqualTo("template/vangogh+monet@1");
        assertThat(prompt.prompt())
                .contains("75% Vincent van Gogh and 25% Claude Monet")
                .contains(ArtStyle.VAN_GOGH.brushwork(), ArtStyle.MONET.palette());
    }

    @Test
    void styleNamedTwiceIsOneStyle() throws Exception {
        PromptProduced prompt = produced(make("Harvest", 600, List.of(), of("monet", 1), of("Monet", 2)));
        assertThat(prompt.style()).isEqualTo("Monet");
    }

    @Test
    void hugeWeightsDoNotOverflow() throws Exception {
        WeightedStyle[] huge = {of("Monet", Double.MAX_VALUE), of("Dali", Double.MAX_VALUE)};
        assertThat(produced(make("Harvest", 600, List.of(), huge)).style()).contains("50%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Banksy", "", "van"})
    void unknownStyleIsInvalid(String style) {
        assertInvalid("Harvest", of(style, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void weightThatIsNotAboveZeroIsInvalid(double weight) {
        assertInvalid("Harvest", of("Monet", weight));
    }

    @Test
    void blankHeadlineAndMissingStyleAreInvalid() {
        assertInvalid(" \n\t ", of("Monet", 1));
        assertInvalid("Harvest");
    }

    @Test
    void capabilityListsTheStyles() {
        assertThat(handler.capabilities()).singleElement().satisfies(capability -> {
            assertThat(capability.provider()).isEqualTo("template");
            assertThat(capability.styles())
                    .contains("VanGogh", "Picasso", "DaVinci", "Monet", "Rembrandt", "Dali", "Pollock");
        });
    }

    private void assertInvalid(String headline, WeightedStyle... styles) {
        assertThatThrownBy(() -> make(headline, 100, List.of(), styles))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST));
    }

    private static PromptHandler handler(List<String> order) {
        return new PromptHandler(List.of(new TemplatePromptProvider()), order, new Fallback(), TestCalls.once());
    }

    private PartResult make(String headline, int most, List<String> guidelines, WeightedStyle... styles)
            throws ProviderException, InterruptedException {
        var request =
                new PromptRequested("g1", "default", "u1", Instant.MAX, headline, List.of(styles), most, guidelines);
        return handler.make(request, new Desk(Path.of("unused"), null));
    }

    private static PromptProduced produced(PartResult result) {
        return (PromptProduced) result.produced();
    }

    private static WeightedStyle of(String style, double weight) {
        return new WeightedStyle(style, weight);
    }

    private static int common(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) i++;
        return i;
    }
}
