package dev.mediagen.gateway.generations.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.RawTimings;
import dev.mediagen.gateway.api.ProblemException;
import org.junit.jupiter.api.Test;

class SpreadTimingsTest {
    private static final String TEXT = "One boat. Two 👍🏽 boats.";

    @Test
    void coversTheTextAndTheAudio() {
        var alignment = SpreadTimings.of(TEXT, 4);

        assertThat(String.join("", alignment.timings().characters())).isEqualTo(TEXT);
        assertThat(alignment.timings().ends().getLast()).isEqualTo(4);
        assertThat(alignment.words()).extracting("text").containsExactly("One", "boat", "Two", "boats");
        assertThat(alignment.sentences()).extracting("text").containsExactly("One boat.", "Two 👍🏽 boats.");
        assertThat(alignment.sentences().getLast().end()).isEqualTo(4);
    }

    @Test
    void everyFormSaysTheSame() {
        var alignment = SpreadTimings.of(TEXT, 4);

        assertThat(((RawTimings) AlignmentForm.named("raw").of(alignment)).arrays())
                .isEqualTo(AlignmentForm.named("Arrays").of(alignment));
        assertThat(AlignmentForm.named("words").of(alignment)).isEqualTo(alignment.words());
        assertThat(AlignmentForm.named("sentences").of(alignment)).isEqualTo(alignment.sentences());
    }

    @Test
    void nobodyKnowsHowItWasRead() {
        var alignment = SpreadTimings.of(TEXT, 4);

        assertThatThrownBy(() -> AlignmentForm.named("spoken").of(alignment)).isInstanceOf(ProblemException.class);
    }
}
