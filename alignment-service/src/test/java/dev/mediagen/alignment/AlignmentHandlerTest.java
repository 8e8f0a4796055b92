package dev.mediagen.alignment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.AlignmentProduced;
import dev.mediagen.contracts.AlignmentRequested;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlignmentHandlerTest {
    private static final String TEXT = "Two boats came home. Nobody cheered.";
    private static final double PACE = 0.08;

    private final AlignmentHandler handler =
            new AlignmentHandler(new Aligner(TestSearch.own(DefaultAudioAligner.create())), DefaultCaptions.create());
    private RecordingContext context;
    private StagedAsset audio;

    @BeforeEach
    void recordAudio(@TempDir Path workDir) {
        context = new RecordingContext(workDir);
        byte[] wav = Wav.of(SampleAudio.speakingThroughout(TEXT.length() * PACE));
        audio = context.object("audio.wav", "audio/wav", wav);
    }

    @Test
    void checksTheTimingsOfTheProvider() throws Exception {
        byte[] arrays = ContractJson.mapper()
                .writeValueAsBytes(SampleAlignments.steady(TEXT, PACE).timings());

        PartResult result = handler.make(request(TEXT, timings(arrays)), context);

        Alignment alignment = staged();
        assertThat(alignment.method()).isEqualTo(AlignmentMethod.PROVIDER);
        assertThat(alignment.text()).isEqualTo(TEXT);
        assertThat(String.join("", alignment.timings().characters())).isEqualTo(TEXT);
        assertThat(alignment.words())
                .extracting("text")
                .containsExactly("Two", "boats", "came", "home", "Nobody", "cheered");
        assertThat(result.produced()).isEqualTo(new AlignmentProduced(AlignmentMethod.PROVIDER, 0.99, 2.88));
        assertThat(result.warnings()).isEmpty();
        assertThat(result.provider()).isEqualTo("mediagen");
        assertThat(result.chargeable()).isTrue();
    }

    @Test
    void stagesCaptionsAsRenditions() throws Exception {
        PartResult result = handler.make(request(TEXT, null), context);

        assertThat(result.staged().mediaType()).isEqualTo("application/json");
        assertThat(result.renditions().get("vtt").mediaType()).isEqualTo("text/vtt");
        assertThat(result.renditions().get("srt").mediaType()).isEqualTo("application/x-subrip");
        assertThat(result.renditions().keySet())
                .containsExactly("vtt", "srt", "ttml", "ass", "json", "lrc", "smil", "epub");
        assertThat(result.renditions().get("epub").mediaType()).isEqualTo("application/epub+zip");
        assertThat(context.staged.get("vtt")).startsWith("WEBVTT\n").contains("Two ");
        assertThat(context.staged.get("srt")).startsWith("1\n00:00:00,");
    }

    @Test
    void acceptsTheRawFormOfTimings() throws Exception {
        String raw =
                "{\"characters\":[{\"char\":\"H\",\"start\":0.0,\"end\":0.4},{\"char\":\"i\",\"start\":0.4,\"end\":0.9}]}";

        handler.make(request("Hi", timings(raw.getBytes(UTF_8))), context);

        assertThat(staged().timings().ends()).containsExactly(0.4, 0.9);
    }

    @Test
    void findsTimingsWhenNoneCame() throws Exception {
        PartResult result = handler.make(request(TEXT, null), context);

        assertThat(((AlignmentProduced) result.produced()).method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(staged().confidence()).isBetween(0.2, 0.6);
    }

    @Test
    void unreadableTimingsCostAWarningAndNotTheAlignment() throws Exception {
        PartResult result = handler.make(request(TEXT, timings("no json".getBytes(UTF_8))), context);

        assertThat(staged().method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(result.warnings()).containsExactly("The provider's timings could not be read.");
    }

    @Test
    void uselessTimingsCostAWarningAndNotTheAlignment() throws Exception {
        PartResult result = handler.make(request(TEXT, timings("{}".getBytes(UTF_8))), context);

        assertThat(staged().method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(result.warnings()).contains("The provider's timings could not be used.");
    }

    @Test
    void progressNeverFalls() throws Exception {
        handler.make(request(TEXT, null), context);

        assertThat(context.progress).isSorted().endsWith(100);
    }

    @Test
    void audioThatIsNoAudioIsRejected() {
        audio = context.object("audio.wav", "audio/wav", "not audio".getBytes(UTF_8));

        assertThat(failure(request(TEXT, null)).code()).isEqualTo(FailureCode.QUALITY_REJECTED);
    }

    @Test
    void blankTextIsRefused() {
        assertThat(failure(request(" \n ", null)).code()).isEqualTo(FailureCode.INVALID_REQUEST);
    }

    @Test
    void namesTheVendorThatFoundTheTimings() throws Exception {
        PartResult result = with(new Vendor()).make(request(TEXT, null), context);

        assertThat(result.provider()).isEqualTo("vendor");
        assertThat(result.fallback()).isFalse();
    }

    @Test
    void saysWhenAVendorFailed() throws Exception {
        Vendor vendor = new Vendor();
        vendor.failure = new ProviderException(FailureCode.QUOTA_EXHAUSTED, "no credit");

        PartResult result = with(vendor).make(request(TEXT, null), context);

        assertThat(result.provider()).isEqualTo("mediagen");
        assertThat(result.fallback()).isTrue();
        assertThat(result.warnings()).contains("vendor did not serve (QUOTA_EXHAUSTED)");
    }

    @Test
    void aVendorIsNotPaidForTimingsThatCameWithTheAudio() throws Exception {
        Vendor vendor = new Vendor();
        byte[] arrays = ContractJson.mapper()
                .writeValueAsBytes(SampleAlignments.steady(TEXT, PACE).timings());

        PartResult result = with(vendor).make(request(TEXT, timings(arrays)), context);

        assertThat(result.provider()).isEqualTo("mediagen");
        assertThat(vendor.calls).isZero();
    }

    @Test
    void anInterruptEndsTheWorkAndStagesNothing() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> handler.make(request(TEXT, null), context)).isInstanceOf(InterruptedException.class);
        assertThat(context.staged).isEmpty();
    }

    @Test
    void whatIsCancelledUnderWayEndsAndStagesNothing() {
        context.cancelledAt = 50;
        AudioAligner patient = (text, sound, activity, language, listener) -> {
            listener.progress(50);
            sound.play(block -> {});
            throw new AssertionError("still at work");
        };
        var cancelled = new AlignmentHandler(
                new Aligner(TestSearch.own(patient, DefaultAudioAligner.create())), DefaultCaptions.create());

        assertThat(catchThrowableOfType(ProviderException.class, () -> cancelled.make(request(TEXT, null), context))
                        .code())
                .isEqualTo(FailureCode.CANCELLED);
        assertThat(context.staged).isEmpty();
    }

    private static AlignmentHandler with(Vendor vendor) {
        return new AlignmentHandler(
                new Aligner(TestSearch.with(List.of(vendor), DefaultAudioAligner.create())), DefaultCaptions.create());
    }

    private ProviderException failure(AlignmentRequested request) {
        return catchThrowableOfType(ProviderException.class, () -> handler.make(request, context));
    }

    private StagedAsset timings(byte[] json) {
        return context.object("timings.json", "application/json", json);
    }

    private Alignment staged() throws Exception {
        return ContractJson.mapper().readValue(context.staged.get("json"), Alignment.class);
    }

    private AlignmentRequested request(String text, StagedAsset timings) {
        return new AlignmentRequested(
                "g1", "default", "ada", Instant.MAX, new TextContent(text, null), audio, timings, "en");
    }
}
