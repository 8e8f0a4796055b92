package dev.mediagen.tts.elevenlabs;

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
/// @param status HTTP status
/// @param words its code and its older name for it, of the newer first; of 422 the fields that are wrong
/// @param retryAfter as answered, or null
record Refusal(int status, Set<String> words, Duration retryAfter) {
    private static final Set<String> QUOTA = Set.of("quota_exceeded", "insufficient_credits", "out_of_credits");
    private static final Set<String> VOICE = Set.of("voice_access_denied", "paid_plan_required");
    private static final Set<String> UNKNOWN_VOICE = Set.of("voice_not_found", "voice_does_not_exist");
    private static final Set<String> FORMAT = Set.of("output_format_not_allowed", "invalid_output_format");
    private static final Set<String> PLAN = Set.of("subscription_required", "feature_not_available");
    private static final Set<String> MODEL = Set.of("unsupported_model", "model_not_found");
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

    /// `["body", "voice_settings", "speed"]` is `voice_settings.speed`.
    private static Stream<String> fields(JsonNode detail) {
        return StreamSupport.stream(detail.spliterator(), false)
                .map(wrong -> StreamSupport.stream(wrong.path("loc").spliterator(), false)
                        .map(JsonNode::asText)
                        .skip(1)
                        .collect(Collectors.joining(".")));
    }

    /// Whether another output format may be accepted. Which of the two a plan does not include, it does not say.
    boolean maybeOfFormat() {
        return says(FORMAT) || status == 422 && words.contains("output_format") || status == 403 && ofPlan();
    }

    /// Whether it is about one feature that our plan does not include, and not about the account.
    private boolean ofPlan() {
        return says(PLAN) || words.stream().anyMatch(word -> word.startsWith("only_for"));
    }

    /// Whether it says that it does not know the voice.
    boolean ofUnknownVoice() {
        return (status == 400 || status == 404) && says(UNKNOWN_VOICE);
    }

    /// In the words of this house.
    ProviderException exception() {
        var code = code();
        var why = words.isEmpty() ? "" : ": " + words.iterator().next().replace('_', ' ');
        var message = "ElevenLabs %s (%d%s)".formatted(said(code), status, why);
        var failure = new ProviderException(code, message, retryAfter, null);
        // a gateway in between gave up: whether the audio was made, nobody knows
        return Set.of(408, 502, 504).contains(status) ? failure.costly() : failure;
    }

    FailureCode code() {
        if (says(QUOTA)) return FailureCode.QUOTA_EXHAUSTED;
        if (status / 100 == 4 && words.stream().anyMatch(OFFENSIVE.asMatchPredicate()))
            return FailureCode.CONTENT_REJECTED;
        // of this voice or format, not of the account
        if (says(VOICE) || ofUnknownVoice()) return FailureCode.VOICE_NOT_FOUND;
        if (says(FORMAT) || says(MODEL) || ofPlan()) return FailureCode.NOT_AVAILABLE;
        if (words.contains("workspace_not_found")) return FailureCode.UNAUTHORIZED;
        return switch (status) {
            case 401, 403 -> FailureCode.UNAUTHORIZED;
            case 402 -> FailureCode.QUOTA_EXHAUSTED;
            // nobody at this address knows the call
            case 404, 405 -> FailureCode.NOT_AVAILABLE;
            case 408, 504 -> FailureCode.PROVIDER_TIMEOUT;
            case 429 -> FailureCode.RATE_LIMITED;
            case 409 -> FailureCode.PROVIDER_UNAVAILABLE;
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

    private boolean says(Set<String> any) {
        return words.stream().anyMatch(any::contains);
    }

    private static String said(FailureCode code) {
        return switch (code) {
            case RATE_LIMITED -> "is busy";
            case QUOTA_EXHAUSTED -> "has no credit left on the account";
            case UNAUTHORIZED -> "does not accept the API key";
            case NOT_AVAILABLE -> "does not have this, or not in our plan";
            case INVALID_REQUEST -> "refuses the request";
            case VOICE_NOT_FOUND -> "does not speak with this voice";
            case CONTENT_REJECTED -> "refuses the content";
            case PROVIDER_TIMEOUT -> "took too long";
            case PROVIDER_UNAVAILABLE -> "has trouble";
            default -> "gave an answer that makes no sense";
        };
    }
}
