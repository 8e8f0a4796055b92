package dev.mediagen.tts.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What errors of OpenAI and its look-alikes mean: `{"error":{message,type,param,code}}`, or FastAPI's `detail` as a
/// text, a list or `{error,message,type}`. Messages of the server are never passed on, only its short code words.
final class OpenAiErrors {
    private static final Set<String> QUOTA =
            Set.of("insufficient_quota", "quota_exceeded", "billing_hard_limit_reached", "billing_not_active");
    private static final Set<String> CONTENT = Set.of(
            "content_policy_violation",
            "content_filter",
            "moderation_blocked",
            "safety_violation",
            "content_moderation");
    private static final Set<String> MODEL = Set.of(
            "model_not_found", "invalid_model", "unsupported_model", "model_not_available", "model_access_denied");
    /// Too short of an alphabet for a key.
    private static final Pattern CODE_WORD = Pattern.compile("[a-z_.]{2,40}");

    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private OpenAiErrors() {}

    static ProviderException of(OutboundAnswer answer) {
        var words = words(answer.json());
        var code = code(answer.status(), words);
        var failure = new ProviderException(code, message(code, answer, words), retryAfter(answer), null);
        // a gateway that lost the answer does not say that nothing was made
        return Set.of(408, 502, 504, 524).contains(answer.status()) ? failure.costly() : failure;
    }

    private static FailureCode code(int status, Set<String> words) {
        boolean refused = status / 100 == 4;
        if (refused && words.stream().anyMatch(QUOTA::contains)) return FailureCode.QUOTA_EXHAUSTED;
        if (refused && words.stream().anyMatch(CONTENT::contains)) return FailureCode.CONTENT_REJECTED;
        if (refused && words.stream().anyMatch(MODEL::contains)) return FailureCode.NOT_AVAILABLE;
        return switch (status) {
            case 401, 403 -> FailureCode.UNAUTHORIZED;
            // nobody at this address knows the call, or the model
            case 404, 405 -> FailureCode.NOT_AVAILABLE;
            case 402 -> FailureCode.QUOTA_EXHAUSTED;
            case 408, 504, 524 -> FailureCode.PROVIDER_TIMEOUT;
            case 409, 425 -> FailureCode.PROVIDER_UNAVAILABLE;
            case 429 -> FailureCode.RATE_LIMITED;
            default -> refused ? FailureCode.INVALID_REQUEST : FailureCode.PROVIDER_UNAVAILABLE;
        };
    }

    /// The code words of the body, in whichever of its forms.
    private static Set<String> words(JsonNode body) {
        var error = body.path("error").isObject() ? body.path("error") : body.path("detail");
        return Stream.of("code", "type", "param", "error")
                .map(field -> error.path(field).asText(""))
                .filter(word -> CODE_WORD.matcher(word).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String message(FailureCode code, OutboundAnswer answer, Set<String> words) {
        var what =
                switch (code) {
                    case UNAUTHORIZED -> "does not accept our key";
                    case QUOTA_EXHAUSTED -> "our account there is out of credit";
                    case RATE_LIMITED -> "asks us to slow down";
                    case CONTENT_REJECTED -> "refuses the content";
                    case NOT_AVAILABLE -> "does not have this for us";
                    case INVALID_REQUEST -> "refuses the request";
                    default -> "is not available";
                };
        var why = words.isEmpty() ? "" : ", " + String.join(", ", words);
        var id = requestId(answer);
        return "openai: %s (%d%s%s)".formatted(what, answer.status(), why, id == null ? "" : ", request " + id);
    }

    /// The server's own id of the call, or null.
    static String requestId(OutboundAnswer answer) {
        return answer.header("x-request-id")
                .filter(id -> REQUEST_ID.matcher(id).matches())
                .orElse(null);
    }

    private static Duration retryAfter(OutboundAnswer answer) {
        var exact = answer.header("retry-after-ms").filter(ms -> ms.matches("\\d{1,9}"));
        return exact.map(ms -> Duration.ofMillis(Long.parseLong(ms))).orElseGet(answer::retryAfter);
    }
}
