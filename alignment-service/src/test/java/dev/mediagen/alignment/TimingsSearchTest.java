package dev.mediagen.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.mediagen.alignment.estimate.DefaultAudioAligner;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.Served;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TimingsSearchTest {
    @TempDir
    Path workDir;

    private final Vendor vendor = new Vendor();

    @ParameterizedTest
    @EnumSource(
            value = FailureCode.class,
            names = {"STORAGE_UNAVAILABLE", "DEADLINE_EXCEEDED", "CANCELLED", "API_KEY_MISSING"},
            mode = EnumSource.Mode.EXCLUDE)
    void ourOwnAlignerStepsInWhateverAVendorSays(FailureCode code) throws Exception {
        vendor.failure = new ProviderException(code, "no");

        Served<TimedClusters> found = find(TestSearch.with(List.of(vendor), DefaultAudioAligner.create()));

        assertThat(found.provider()).isEqualTo("mediagen");
        assertThat(found.fallback()).isTrue();
        assertThat(found.warnings()).singleElement().asString().startsWith("vendor did not serve (");
        assertThat(found.made().method()).isEqualTo(AlignmentMethod.ESTIMATED);
    }

    @Test
    void aVendorWithoutItsKeyIsNoFallback() throws Exception {
        vendor.missing = Optional.of("VENDOR_KEY");

        Served<TimedClusters> found = find(TestSearch.with(List.of(vendor), DefaultAudioAligner.create()));

        assertThat(found.provider()).isEqualTo("mediagen");
        assertThat(found.fallback()).isFalse();
        assertThat(vendor.calls).isZero();
    }

    @Test
    void aCallThatFailedOnceIsTriedAgain() throws Exception {
        vendor.failure = new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "down");
        vendor.failures = 1;

        Served<TimedClusters> found = find(TestSearch.with(List.of(vendor), DefaultAudioAligner.create()));

        assertThat(found.provider()).isEqualTo("vendor");
        assertThat(found.fallback()).isFalse();
        assertThat(vendor.calls).isEqualTo(2);
    }

    @Test
    void vendorsServeOnlyWhereTheyAreNamed() throws Exception {
        var own = new MediagenAlignmentProvider(List.of(DefaultAudioAligner.create()));
        var search = new TimingsSearch(List.of(vendor, own), List.of(), new Fallback(), TestCalls.patient());

        assertThat(find(search).provider()).isEqualTo("mediagen");
        assertThat(search.capabilities())
                .extracting(ProviderCapability::provider, ProviderCapability::order)
                .containsExactly(tuple("mediagen", 0), tuple("vendor", -1));
    }

    @Test
    void nobodyIsAskedAfterOurselves() throws Exception {
        var own = new MediagenAlignmentProvider(List.of(DefaultAudioAligner.create()));
        var search = new TimingsSearch(
                List.of(vendor, own), List.of(" Mediagen", "vendor"), new Fallback(), TestCalls.patient());

        assertThat(search.capabilities()).extracting(ProviderCapability::order).containsExactly(0, -1);
    }

    @Test
    void aMisspeltProviderStopsTheStart() {
        var own = new MediagenAlignmentProvider(List.of(DefaultAudioAligner.create()));

        assertThatThrownBy(() ->
                        new TimingsSearch(List.of(own), List.of("elevenlab"), new Fallback(), TestCalls.patient()))
                .hasMessageContaining("media.providers.alignment names an unknown provider: elevenlab");
    }

    @Test
    void aDefectOfAnAlignerEndsTheFirstTryOnly() throws Exception {
        AudioAligner broken = (text, audio, activity, language, listener) -> {
            throw new IllegalStateException("a defect");
        };
        TimingsSearch search = TestSearch.own(broken, DefaultAudioAligner.create());
        var warnings = new ArrayList<String>();
        Narration narration = narration();

        assertThatThrownBy(() -> search.find(narration, new RecordingContext(workDir), Narrations.listener(warnings)))
                .hasMessage("a defect");
        assertThat(warnings).isEmpty();

        var found = search.find(narration, new RecordingContext(workDir, 2), Narrations.listener(warnings));
        assertThat(found.made().method()).isEqualTo(AlignmentMethod.ESTIMATED);
        assertThat(warnings).containsExactly("Aligning failed twice; the timings are estimated.");
    }

    private Served<TimedClusters> find(TimingsSearch search) throws Exception {
        return search.find(narration(), new RecordingContext(workDir), Narrations.SILENT);
    }

    private Narration narration() {
        return Narrations.spoken("Two boats came home.", "en", 2, workDir);
    }
}
