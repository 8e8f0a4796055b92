package dev.mediagen.tts.elevenlabs;

import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Finds the first format of a list that the account's plan includes. A refusal costs nothing, so the next is asked
/// for within the same call; what was refused is remembered for a while.
@ApplicationScoped
class OutputFormats {
    private final Duration pause;
    private final Map<String, Long> refusedAt = new ConcurrentHashMap<>();

    OutputFormats(ElevenLabsConfig config) {
        this.pause = config.formatPause();
    }

    /// One call with one format.
    interface Call {
        OutboundAnswer in(OutputFormat format) throws ProviderException, InterruptedException;
    }

    /// @param warnings what the caller should know
    record Made(OutboundAnswer answer, OutputFormat format, List<String> warnings) {}

    /// @param wished at least one, first choice first
    Made first(List<OutputFormat> wished, Call call) throws ProviderException, InterruptedException {
        var refused = new ArrayList<String>();
        for (var format : open(wished)) {
            var answer = call.in(format);
            if (answer.ok()) {
                long now = System.nanoTime();
                refused.forEach(name -> refusedAt.put(name, now));
                return new Made(answer, format, warnings(wished.getFirst(), format));
            }
            var refusal = Refusal.of(answer);
            if (format == wished.getLast() || !refusal.maybeOfFormat()) throw refusal.exception();
            refused.add(format.wireName());
        }
        throw new IllegalStateException("no format to ask for");
    }

    private List<OutputFormat> open(List<OutputFormat> wished) {
        return wished.stream()
                .filter(format -> format == wished.getLast() || !isRefused(format.wireName()))
                .toList();
    }

    private boolean isRefused(String name) {
        var since = refusedAt.get(name);
        return since != null && System.nanoTime() - since < pause.toNanos();
    }

    private static List<String> warnings(OutputFormat first, OutputFormat used) {
        if (used == first) return List.of();
        return List.of("elevenlabs: the account's plan does not include %s, made from %s"
                .formatted(first.wireName(), used.wireName()));
    }
}
