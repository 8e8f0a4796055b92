package dev.mediagen.gateway.generations.view;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.gateway.generations.Generation;
import dev.mediagen.gateway.generations.PartState;
import dev.mediagen.gateway.generations.PartStatus;
import dev.mediagen.gateway.generations.Status;
import dev.mediagen.gateway.generations.start.ImageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Shows generations to their owners.
@ApplicationScoped
public class GenerationViews {
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
    private final Results results;

    GenerationViews(Results results) {
        this.results = results;
    }

    /// With fresh presigned URLs.
    ///
    /// @param base of this gateway as the caller reaches it
    public GenerationView of(Generation generation, URI base) {
        return view(generation, base, results.of(generation, new Urls(base, generation.id())));
    }

    /// For messages: no URL is signed into what travels.
    public JsonNode withoutUrls(Generation generation) {
        return ContractJson.mapper().valueToTree(view(generation, null, results.of(generation, Urls.NONE)));
    }

    private GenerationView view(Generation g, URI base, GenerationView.Result result) {
        boolean audio = audio(g.kind());
        var urls = base == null ? Urls.NONE : new Urls(base, g.id());
        return new GenerationView(
                g.id(),
                g.kind(),
                g.request() instanceof ImageRequest image ? image.mode() : null,
                g.request().service(),
                g.status(),
                g.unfinished().map(Part::json).orElse("storage"),
                g.progress(),
                message(g),
                g.attempt(),
                g.createdAt(),
                g.updatedAt(),
                g.startedAt(),
                g.finishedAt(),
                g.status() == Status.THROTTLED ? g.terms().startAt() : null,
                completions(g).map(GenerationCompleted::provider).findFirst().orElse(null),
                completions(g).findAny().isPresent() ? completions(g).anyMatch(GenerationCompleted::fallback) : null,
                fromCache(g),
                warnings(g),
                credits(g),
                failure(g),
                result,
                g.retryOf(),
                links(g, urls),
                audio ? g.id() : null,
                audio ? g.id() : null,
                g.status() == Status.FAILED || g.status() == Status.EXPIRED,
                s3Key(g),
                seedStatus(g.status()),
                fields(g, result));
    }

    /// Kinds whose one asset is an audio.
    private static boolean audio(Kind kind) {
        return kind == Kind.SPEECH || kind == Kind.CONVERSION || kind == Kind.SOUND_EFFECT;
    }

    /// The object of a single result; the documents know it by this name.
    private static String s3Key(Generation g) {
        boolean single = audio(g.kind()) || g.kind() == Kind.IMAGE;
        if (!single || g.status() != Status.COMPLETED) return null;
        return g.part(g.kind() == Kind.IMAGE ? Part.IMAGE : Part.AUDIO)
                .stored()
                .object()
                .key();
    }

    /// Of the image and the audio where there are any: prompts and timings cost next to nothing.
    private static Boolean fromCache(Generation g) {
        var paid = completions(g)
                .filter(made -> made.part() == Part.IMAGE || made.part() == Part.AUDIO)
                .toList();
        var counted = paid.isEmpty() ? completions(g).toList() : paid;
        return counted.isEmpty() ? null : counted.stream().allMatch(GenerationCompleted::fromCache);
    }

    /// The part that makes the asset the caller asked for comes first: its provider is the generation's.
    private static Stream<GenerationCompleted> completions(Generation g) {
        return Stream.of(Part.AUDIO, Part.IMAGE, Part.ALIGNMENT, Part.PROMPT)
                .map(g::part)
                .filter(Objects::nonNull)
                .map(PartState::completion)
                .filter(Objects::nonNull);
    }

    private static String message(Generation g) {
        return switch (g.status()) {
            case QUEUED -> "waiting for a worker";
            case THROTTLED -> "you have started as much as you may in a minute; this starts later";
            case CANCELLED -> "cancelled";
            case STORING -> "storing";
            case COMPLETED -> "done";
            case EXPIRED -> "not made before its deadline";
            case FAILED, PARTIAL ->
                g.failure().map(f -> f.part().json() + ": " + f.message()).orElse("failed");
            case RUNNING, RETRYING, ALIGNING ->
                g.unfinished()
                        .map(g::part)
                        .map(PartState::message)
                        .orElse(g.status().json());
        };
    }

    private static GenerationView.Links links(Generation g, Urls urls) {
        boolean ended = g.status().terminal();
        return new GenerationView.Links(
                urls.self(),
                urls.events(),
                ended ? null : urls.cancel(),
                g.status().retryable() ? urls.retry() : null,
                g.parts().containsKey(Part.ALIGNMENT) ? urls.alignment() : null);
    }

    private static GenerationView.Credits credits(Generation g) {
        long quoted = g.terms().quoted();
        return new GenerationView.Credits(quoted, g.status().terminal() ? 0 : quoted, g.charged());
    }

    private static List<String> warnings(Generation g) {
        var ofParts = g.inOrder()
                .map(e -> e.getValue().completion())
                .filter(Objects::nonNull)
                .flatMap(c -> c.warnings().stream());
        var givenUp = g.inOrder()
                .filter(e -> e.getValue().status() == PartStatus.GIVEN_UP)
                .map(e -> "timings are only estimated: " + e.getValue().message());
        return Stream.of(g.warnings().stream(), ofParts, givenUp)
                .flatMap(s -> s)
                .distinct()
                .toList();
    }

    private static GenerationView.Failure failure(Generation g) {
        if (g.status() == Status.EXPIRED)
            return new GenerationView.Failure(
                    FailureCode.DEADLINE_EXCEEDED.name(),
                    "not made before its deadline",
                    true,
                    null,
                    g.unfinished().orElse(null));
        return g.failure()
                .filter(f -> g.status().terminal())
                .map(f -> new GenerationView.Failure(
                        f.code().name(), f.message(), f.code().retryable(), f.provider(), f.part()))
                .orElse(null);
    }

    private static String seedStatus(Status status) {
        return switch (status) {
            case QUEUED, THROTTLED -> "idle";
            case RUNNING, RETRYING -> "generating";
            case ALIGNING, STORING -> "processing";
            case COMPLETED, PARTIAL -> "complete";
            case FAILED, CANCELLED, EXPIRED -> "error";
        };
    }

    private static Map<String, Object> fields(Generation g, GenerationView.Result result) {
        boolean single = g.status() == Status.COMPLETED && g.kind() != Kind.MEDIA && result != null;
        if (!single) return Map.of();
        var fields = ContractJson.mapper().convertValue(result, FIELDS);
        fields.keySet().removeAll(List.of("fromCache", "s3Key"));
        return fields;
    }
}
