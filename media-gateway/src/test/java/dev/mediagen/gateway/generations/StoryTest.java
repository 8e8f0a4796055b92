package dev.mediagen.gateway.generations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.gateway.generations.start.MediaRequest;
import dev.mediagen.worker.documents.Documents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/// How a story's parts follow from each other, and what they make of the whole.
class StoryTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");

    @Test
    void asksForImageAndAudioOncePromptIsThere() {
        var g = story();
        assertThat(statuses(g))
                .containsExactly("PROMPT=REQUESTED", "IMAGE=WAITING", "AUDIO=WAITING", "ALIGNMENT=WAITING");
        g = g.completed(made(Part.PROMPT, null), NOW);
        assertThat(statuses(g))
                .containsExactly("PROMPT=STORED", "IMAGE=REQUESTED", "AUDIO=REQUESTED", "ALIGNMENT=WAITING");
        g = g.completed(made(Part.AUDIO, staged()), NOW);
        assertThat(g.part(Part.ALIGNMENT).status()).isEqualTo(PartStatus.WAITING);
        g = g.stored(stored(Part.AUDIO), NOW);
        assertThat(g.part(Part.ALIGNMENT).status()).isEqualTo(PartStatus.REQUESTED);
    }

    @Test
    void namesTheEarliestUnfinishedPart() {
        var g = story().completed(made(Part.PROMPT, null), NOW).stored(stored(Part.AUDIO), NOW);
        assertThat(g.unfinished()).contains(Part.IMAGE);
        g = g.completed(made(Part.IMAGE, staged()), NOW);
        assertThat(g.unfinished()).contains(Part.ALIGNMENT);
        assertThat(g.status()).isEqualTo(Status.ALIGNING);
        g = g.completed(made(Part.ALIGNMENT, staged()), NOW);
        assertThat(g.unfinished()).isEmpty();
        assertThat(g.status()).isEqualTo(Status.STORING);
        g = g.stored(stored(Part.ALIGNMENT), NOW).stored(stored(Part.IMAGE), NOW);
        assertThat(g.status()).isEqualTo(Status.COMPLETED);
        assertThat(g.progress()).isEqualTo(100);
        assertThat(g.finishedAt()).isEqualTo(NOW);
    }

    @Test
    void failsAsAWholeWhenThePromptFails() {
        var g = story().failed(failure(Part.PROMPT, 1), NOW);
        assertThat(g.status()).isEqualTo(Status.FAILED);
        assertThat(g.failure()).isPresent();
    }

    @Test
    void waitsForTheOtherPartBeforeItEndsAsPartial() {
        var g = story().completed(made(Part.PROMPT, null), NOW).failed(failure(Part.IMAGE, 1), NOW);
        assertThat(g.status().terminal()).isFalse();
        g = g.stored(stored(Part.AUDIO), NOW).stored(stored(Part.ALIGNMENT), NOW);
        assertThat(g.status()).isEqualTo(Status.PARTIAL);
    }

    @Test
    void showsRetriesAndForgetsThemWithTheNextSign() {
        var g = story().progressed(new GenerationProgressed("g", Part.PROMPT, 1, 1, 1, true, null, "again"), NOW);
        assertThat(g.status()).isEqualTo(Status.RETRYING);
        g = g.progressed(new GenerationProgressed("g", Part.PROMPT, 2, 2, 5, false, null, "working"), NOW);
        assertThat(g.status()).isEqualTo(Status.RUNNING);
        assertThat(g.attempt()).isEqualTo(2);
    }

    @Test
    void ignoresWhatAnEarlierOwnerSays() {
        var g = story().progressed(new GenerationProgressed("g", Part.PROMPT, 3, 1, 50, false, null, "new"), NOW);
        assertThat(g.progressed(new GenerationProgressed("g", Part.PROMPT, 2, 1, 90, false, null, "old"), NOW))
                .isSameAs(g);
        assertThat(g.failed(failure(Part.PROMPT, 2), NOW)).isSameAs(g);
        assertThat(g.completed(made(Part.PROMPT, null), NOW).part(Part.PROMPT).status())
                .isEqualTo(PartStatus.STORED);
    }

    @Test
    void keepsWhatIsMadeWhateverAnotherEpochSays() {
        var g = story().completed(made(Part.PROMPT, null), NOW).completed(made(Part.AUDIO, staged()), NOW);
        assertThat(g.failed(failure(Part.AUDIO, 2), NOW)).isSameAs(g);
        // storage refuses the very bytes that were made
        assertThat(g.failed(failure(Part.AUDIO, 1), NOW).part(Part.AUDIO).status())
                .isEqualTo(PartStatus.FAILED);
    }

    @Test
    void completesAtItsDeadlineWhenOnlyTimingsAreMissing() {
        var g = story().completed(made(Part.PROMPT, null), NOW)
                .stored(stored(Part.IMAGE), NOW)
                .stored(stored(Part.AUDIO), NOW);
        assertThat(g.expired(NOW).status()).isEqualTo(Status.COMPLETED);
        assertThat(g.expired(NOW).part(Part.ALIGNMENT).status()).isEqualTo(PartStatus.GIVEN_UP);
    }

    @Test
    void neverLeavesATerminalState() {
        var ended = story().expired(NOW);
        assertThat(ended.status()).isEqualTo(Status.EXPIRED);
        for (var event : events()) assertThat(event.apply(ended)).isSameAs(ended);
    }

    @Test
    void reachesOneEndInAnyOrderAndNeverLosesProgress() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var events = new ArrayList<>(events());
            events.addAll(events());
            java.util.Collections.shuffle(events, random);
            var g = story();
            for (var event : events) {
                var next = event.apply(g);
                assertThat(next.progress()).isGreaterThanOrEqualTo(g.progress());
                if (g.status().terminal()) assertThat(next).isSameAs(g);
                g = next;
            }
            for (var event : events()) g = event.apply(g);
            assertThat(g.status()).as("seed %d", seed).isEqualTo(Status.COMPLETED);
        }
    }

    @Test
    void survivesItsWayThroughTheDatabase() throws Exception {
        var g = story().completed(made(Part.PROMPT, null), NOW).stored(stored(Part.AUDIO), NOW);
        var read = Documents.read(Document.parse(Documents.of(g).toJson()), Generation.class);
        assertThat(tree(read)).isEqualTo(tree(g));
    }

    private static JsonNode tree(Generation g) {
        return ContractJson.mapper().valueToTree(g);
    }

    private static List<UnaryOperator<Generation>> events() {
        return List.of(
                g -> g.progressed(new GenerationProgressed("g", Part.IMAGE, 1, 1, 40, false, null, "x"), NOW),
                g -> g.progressed(new GenerationProgressed("g", Part.AUDIO, 1, 1, 80, false, null, "x"), NOW),
                g -> g.completed(made(Part.PROMPT, null), NOW),
                g -> g.completed(made(Part.AUDIO, staged()), NOW),
                g -> g.stored(stored(Part.AUDIO), NOW),
                g -> g.completed(made(Part.IMAGE, staged()), NOW),
                g -> g.stored(stored(Part.IMAGE), NOW),
                g -> g.stored(stored(Part.ALIGNMENT), NOW));
    }

    private static List<String> statuses(Generation g) {
        return g.inOrder().map(e -> e.getKey() + "=" + e.getValue().status()).toList();
    }

    private static Generation story() {
        var request = new MediaRequest("Rockets", "VanGogh", null, null, null, null, null, null, null);
        var parts = new EnumMap<Part, PartState>(Part.class);
        request.parts().keySet().forEach(part -> parts.put(part, PartState.waiting()));
        parts.put(Part.PROMPT, PartState.waiting().requested(NOW));
        return new Generation(
                "g",
                1,
                true,
                "acme",
                "ann",
                request,
                null,
                Status.QUEUED,
                0,
                NOW,
                NOW,
                null,
                null,
                NOW.plusSeconds(3600),
                List.of(),
                Terms.FREE,
                parts);
    }

    private static StagedAsset staged() {
        return new StagedAsset("staging/x", "audio/mpeg", 1, "00");
    }

    private static GenerationCompleted made(Part part, StagedAsset staged) {
        return new GenerationCompleted(
                "g", part, "acme", 1, 1, staged, Map.of(), null, "p", false, false, true, List.of(), null);
    }

    private static AssetStored stored(Part part) {
        var object = new KeptObject("t/x", "audio/mpeg", 1, "00");
        return new AssetStored("g", part, "acme", "g-" + part.json(), object, Map.of(), NOW, made(part, staged()));
    }

    private static GenerationFailed failure(Part part, long epoch) {
        return new GenerationFailed("g", part, epoch, 1, FailureCode.UNEXPECTED, "no", null, false);
    }
}
