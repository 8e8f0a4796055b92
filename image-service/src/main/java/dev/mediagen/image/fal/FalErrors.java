package dev.mediagen.image.fal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// fal's errors in the words of this house. A model's error lists its details, each with a type; one of the
/// infrastructure has an `error_type`. What neither names, the HTTP status says.
final class FalErrors {
    private static final Map<String, FailureCode> TYPES = Map.ofEntries(
            Map.entry("content_policy_violation", FailureCode.CONTENT_REJECTED),
            Map.entry("internal_server_error", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("downstream_service_error", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("generation_timeout", FailureCode.PROVIDER_TIMEOUT),
            Map.entry("request_timeout", FailureCode.PROVIDER_TIMEOUT),
            Map.entry("startup_timeout", FailureCode.PROVIDER_TIMEOUT),
            Map.entry("runner_scheduling_failure", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_connection_timeout", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_disconnected", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_connection_refused", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_connection_error", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_incomplete_response", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("runner_server_error", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("client_disconnected", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("client_cancelled", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("internal_error", FailureCode.PROVIDER_UNAVAILABLE),
            Map.entry("concurrent_requests_limit", FailureCode.RATE_LIMITED),
            Map.entry("bad_request", FailureCode.INVALID_REQUEST));

    private FalErrors() {}

    /// @param answer not a 2xx
    static ProviderException of(OutboundAnswer answer) {
        var body = answer.json();
        var types = types(body);
        answer.header("X-Fal-Error-Type").ifPresent(types::add);
        return failure(code(answer.status(), body, types), body, answer);
    }

    /// @param type of the infrastructure, or null
    static ProviderException of(String type) {
        var code = TYPES.getOrDefault(String.valueOf(type), FailureCode.PROVIDER_UNAVAILABLE);
        return new ProviderException(code, message(code));
    }

    static boolean known(String type) {
        return TYPES.containsKey(String.valueOf(type));
    }

    private static FailureCode code(int status, JsonNode body, List<String> types) {
        if (types.contains("content_policy_violation")) return FailureCode.CONTENT_REJECTED;
        if (status == 402 || (status == 403 && outOfCredit(body))) return FailureCode.QUOTA_EXHAUSTED;
        if (status == 401 || status == 403) return FailureCode.UNAUTHORIZED;
        if (status == 429) return FailureCode.RATE_LIMITED;
        return types.stream()
                .map(TYPES::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> byStatus(status));
    }

    private static FailureCode byStatus(int status) {
        return switch (status) {
            case 408, 504 -> FailureCode.PROVIDER_TIMEOUT;
            case 499 -> FailureCode.PROVIDER_UNAVAILABLE;
            default -> {
                if (status >= 500) yield FailureCode.PROVIDER_UNAVAILABLE;
                yield status >= 400 ? FailureCode.INVALID_REQUEST : FailureCode.UNEXPECTED;
            }
        };
    }

    private static List<String> types(JsonNode body) {
        var types = new ArrayList<String>();
        for (var detail : body.path("detail")) types.add(detail.path("type").asText());
        if (body.hasNonNull("error_type")) types.add(body.path("error_type").asText());
        return types;
    }

    /// An account without credit is locked; only the text says so.
    private static boolean outOfCredit(JsonNode body) {
        String text = body.path("detail").asText().toLowerCase(Locale.ROOT);
        return text.contains("balance") || text.contains("billing");
    }

    private static ProviderException failure(FailureCode code, JsonNode body, OutboundAnswer answer) {
        String message = code == FailureCode.INVALID_REQUEST ? message(code) + field(body) : message(code);
        return new ProviderException(code, message, answer.retryAfter(), null);
    }

    /// The input that was not accepted; only what looks like a name.
    private static String field(JsonNode body) {
        var where = body.path("detail").path(0).path("loc");
        String name = where.path(where.size() - 1).asText();
        return name.matches("[a-z_]{1,40}") ? ": " + name : "";
    }

    private static String message(FailureCode code) {
        return switch (code) {
            case CONTENT_REJECTED -> "fal refuses this content";
            case QUOTA_EXHAUSTED -> "the fal account is out of credit";
            case UNAUTHORIZED -> "fal does not accept FAL_KEY";
            case RATE_LIMITED -> "fal is asked for too much at once";
            case PROVIDER_TIMEOUT -> "fal did not make the picture in time";
            case INVALID_REQUEST -> "fal does not accept the request";
            default -> "fal could not make the picture";
        };
    }
}
