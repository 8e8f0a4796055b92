package dev.mediagen.alignment;

import dev.mediagen.worker.providers.Fallback;
import java.util.List;
import java.util.stream.Stream;

/// Searches without a container.
final class TestSearch {
    private TestSearch() {}

    static TimingsSearch own(AudioAligner... aligners) {
        return with(List.of(), aligners);
    }

    /// @param others asked before our own aligner, in this order
    static TimingsSearch with(List<AlignmentProvider> others, AudioAligner... aligners) {
        var own = new MediagenAlignmentProvider(List.of(aligners));
        var all = Stream.concat(others.stream(), Stream.of(own)).toList();
        return new TimingsSearch(
                all, others.stream().map(AlignmentProvider::name).toList(), new Fallback(), TestCalls.patient());
    }
}
