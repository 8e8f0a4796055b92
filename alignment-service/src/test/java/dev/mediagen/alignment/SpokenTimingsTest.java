package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.SpokenAlignment.Counterpart;
import dev.mediagen.contracts.SpokenAlignment.Range;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Both of a provider's timings, from the file it left to the one that is kept.
class SpokenTimingsTest {
    private static final String WRITTEN = "Pay $5 now. Then go.";
    private static final String READ = "Pay five dollars now. Then go.";
    private static final double PACE = 0.08;
    private static final CharacterTimings NONE = new CharacterTimings(List.of(), List.of(), List.of());

    private final AlignmentHandler handler =
            new AlignmentHandler(new Aligner(TestSearch.own(DefaultAudioAligner.create())), DefaultCaptions.create());
    private RecordingContext context;
    private StagedAsset audio;

    @BeforeEach
    void record(@TempDir Path workDir) {
        context = new RecordingContext(workDir);
        audio = context.object("a.wav", "audio/wav", Wav.of(SampleAudio.speakingThroughout(READ.length() * PACE)));
    }

    @Test
    void bothAreKeptWithAMapBetween() throws Exception {
        Alignment kept = kept(over(WRITTEN, PACE * READ.length() / WRITTEN.length()), over(READ, PACE));

        assertThat(String.join("", kept.timings().characters())).isEqualTo(WRITTEN);
        assertThat(kept.spoken().text()).isEqualTo(READ);
        assertThat(kept.spoken().timings()).isEqualTo(over(READ, PACE));
        assertThat(kept.spoken().map())
                .containsExactly(
                        new Counterpart(new Range(0, 4), new Range(0, 4)),
                        new Counterpart(new Range(4, 6), new Range(4, 16)),
                        new Counterpart(new Range(6, 20), new Range(16, 30)));
        assertThat(kept.sentences()).extracting("text").containsExactly("Pay $5 now.", "Then go.");
        assertThat(kept.warnings()).isEmpty();
    }

    @Test
    void theOneIsMadeOfTheOther() throws Exception {
        Alignment kept = kept(NONE, over(READ, PACE));

        assertThat(kept.method()).isEqualTo(AlignmentMethod.PROVIDER);
        assertThat(kept.words()).extracting("text").containsExactly("Pay", "$5", "now", "Then", "go");
        assertThat(kept.words().get(1).start()).isEqualTo(4 * PACE, within(0.001));
        assertThat(kept.words().get(1).end()).isEqualTo(16 * PACE, within(0.001));
        assertThat(kept.words().get(3).start()).isEqualTo(22 * PACE, within(0.001));
        assertThat(kept.warnings()).singleElement().asString().contains("as it was read");
        assertThat(kept.confidence()).isBetween(0.85, 0.985);
    }

    @Test
    void howItWasReadIsLeftOutWhenItIsOfNoUse() throws Exception {
        CharacterTimings broken = new CharacterTimings(List.of("P", "a", "y"), List.of(0.0), List.of());

        Alignment kept = kept(over(WRITTEN, PACE), broken);

        assertThat(kept.method()).isEqualTo(AlignmentMethod.PROVIDER);
        assertThat(kept.spoken()).isNull();
        assertThat(context.staged.get("json")).doesNotContain("\"spoken\"");
    }

    private static CharacterTimings over(String text, double pace) {
        return SampleAlignments.steady(text, pace).timings();
    }

    private Alignment kept(CharacterTimings written, CharacterTimings read) throws Exception {
        CharacterTimings both = new CharacterTimings(written.characters(), written.starts(), written.ends(), read);
        byte[] json = ContractJson.mapper().writeValueAsBytes(both);
        StagedAsset timings = context.object("timings.json", "application/json", json);
        TextContent text = new TextContent(WRITTEN, null);
        handler.make(new AlignmentRequested("g1", "default", "ada", Instant.MAX, text, audio, timings, "en"), context);
        return ContractJson.mapper().readValue(context.staged.get("json"), Alignment.class);
    }
}
