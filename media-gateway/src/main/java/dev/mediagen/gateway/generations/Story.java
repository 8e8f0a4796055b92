package dev.mediagen.gateway.generations;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The one place that knows how the parts of a generation follow from each other, and what they make of the whole.
final class Story {
    /// Share of each part in the progress of a whole, in the order prompt, image, audio, alignment.
    private static final Map<Part, Integer> WEIGHTS =
            new EnumMap<>(Map.of(Part.PROMPT, 5, Part.IMAGE, 40, Part.AUDIO, 40, Part.ALIGNMENT, 15));

    private Story() {}

    /// Follows one changed part: asks for what has become possible and judges the whole.
    static Generation advance(Generation before, EnumMap<Part, PartState> parts, Instant now) {
        before.request().parts().forEach((part, needs) -> {
            var state = parts.get(part);
            if (state.status() == PartStatus.WAITING && kept(parts, needs)) parts.put(part, state.requested(now));
        });
        var status = status(before.kind(), parts);
        return before.with(parts, status, progress(status, parts), now);
    }

    private static boolean kept(Map<Part, PartState> parts, Set<Part> needs) {
        return needs.stream().allMatch(need -> parts.get(need).status() == PartStatus.STORED);
    }

    private static Status status(Kind kind, EnumMap<Part, PartState> parts) {
        boolean failed = parts.values().stream().anyMatch(p -> p.status() == PartStatus.FAILED);
        // a part that waits for a failed one never comes
        boolean underWay = parts.values().stream().anyMatch(p -> p.status().asked());
        if (failed && !underWay) return kind == Kind.MEDIA && anythingToShow(parts) ? Status.PARTIAL : Status.FAILED;
        if (parts.values().stream().allMatch(p -> p.status().ended())) return Status.COMPLETED;
        return unfinishedStatus(parts);
    }

    private static Status unfinishedStatus(EnumMap<Part, PartState> parts) {
        var unfinished = parts.entrySet().stream()
                .filter(e -> e.getValue().status().unfinished())
                .toList();
        if (unfinished.isEmpty()) return Status.STORING;
        if (unfinished.stream().anyMatch(e -> e.getValue().status() == PartStatus.RETRYING)) return Status.RETRYING;
        boolean onlyTimings = unfinished.stream().allMatch(e -> e.getKey() == Part.ALIGNMENT);
        if (onlyTimings && parts.size() > 1)
            return parts.get(Part.ALIGNMENT).status() == PartStatus.WAITING ? Status.STORING : Status.ALIGNING;
        boolean untouched = parts.values().stream()
                .allMatch(p -> p.status() == PartStatus.WAITING || p.status() == PartStatus.REQUESTED);
        return untouched ? Status.QUEUED : Status.RUNNING;
    }

    private static boolean anythingToShow(EnumMap<Part, PartState> parts) {
        return parts.entrySet().stream()
                .anyMatch(e -> e.getKey() != Part.PROMPT && e.getValue().status() == PartStatus.STORED);
    }

    private static int progress(Status status, EnumMap<Part, PartState> parts) {
        if (status == Status.COMPLETED) return 100;
        int total = 0;
        int done = 0;
        for (var entry : parts.entrySet()) {
            int weight = WEIGHTS.get(entry.getKey());
            total += weight * 100;
            done += weight * entry.getValue().progress();
        }
        return Math.min(99, done * 100 / total);
    }
}
