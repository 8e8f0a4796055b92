package dev.mediagen.alignment.elevenlabs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// An answer that is no success. ElevenLabs says why in an object, in a list, or not at all.
///
/// @param words its code and its older name for it; of 422 the fields that are wrong
/// @param retryAfter as answered, or null
record Refusal(int status, Set<String> words, Duration retryAfter) {
    private static final Set<String> QUOTA = Set.of("quota_exceeded", "insufficient_credits", "out_of_credits");
    private static final Set<String> PLAN =
            Set.of("subscription_required", "feature_not_available", "paid_plan_required");
    private static final Pattern OFFENSIVE = Pattern.compile(".*(policy|moderat|prohibited|safety).*");
    /// Only words of a protocol are repeated to people and logs; they have no digits, as keys do.
    private static final Pattern WORD = Pattern.compile("[a-z_+.]{1,60}");

    static Refusal of(OutboundAnswer answer) {
        var body = answer.json();
        var detail = body.path("detail");
        var words = (detail.isArray() ? fields(detail) : words(detail.isObject() ? detail : body))
                .filter(word -> WORD.matcher(word).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Refusal(answer.status(), words, answer.retryAfter());
    }

    private static Stream<String> words(JsonNode detail) {
        return Stream.of(detail.path("code").asText(), detail.path("status").asText());
    }

    private static Stream<String> fields(JsonNode detail) {
        return StreamSupport.stream(detail.spliterator(), false)
                .map(wrong -> StreamSupport.stream(wrong.path("loc").spliterator(), false)
                        .map(JsonNode::asText)
                        .skip(1)
                        .collect(Collectors.joining(".")));
    }

    /// In the words of this house.
    ProviderException exception() {
        var why = words.isEmpty() ? "" : ": " + words.iterator().next().replace('_', ' ');
        var message = "ElevenLabs does not align this (%d%s)".formatted(status, why);
        var failure = new ProviderException(code(), message, retryAfter, null);
        // a gateway in between gave up: whether it was aligned, nobody knows
        return Set.of(408, 502, 504).contains(status) ? failure.costly() : failure;
    }

    FailureCode code() {
        if (words.stream().anyMatch(QUOTA::contains)) return FailureCode.QUOTA_EXHAUSTED;
        if (status / 100 == 4 && words.stream().anyMatch(OFFENSIVE.asMatchPredicate()))
            return FailureCode.CONTENT_REJECTED;
        // of this feature, not of the account
        if (words.stream().anyMatch(word -> PLAN.contains(word) || word.startsWith("only_for")))
            return FailureCode.NOT_AVAILABLE;
        if (words.contains("workspace_not_found")) return FailureCode.UNAUTHORIZED;
        return switch (status) {
            case 401, 403 -> FailureCode.UNAUTHORIZED;
            case 402 -> FailureCode.QUOTA_EXHAUSTED;
            // nobody at this address knows the call
            case 404, 405 -> FailureCode.NOT_AVAILABLE;
            case 408, 504 -> FailureCode.PROVIDER_TIMEOUT;
            case 409 -> FailureCode.PROVIDER_UNAVAILABLE;
            case 429 -> FailureCode.RATE_LIMITED;
            default -> byClass();
        };
    }

    private FailureCode byClass() {
        return switch (status / 100) {
            case 4 -> FailureCode.INVALID_REQUEST;
            case 5 -> FailureCode.PROVIDER_UNAVAILABLE;
            default -> FailureCode.UNEXPECTED;
        };
    }
}
