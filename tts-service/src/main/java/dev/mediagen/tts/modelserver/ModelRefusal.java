package dev.mediagen.tts.modelserver;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;

/// What a model server's refusal means in our words.
final class ModelRefusal {
    private ModelRefusal() {}

    static ProviderException of(ModelRoute route, OutboundAnswer answer) {
        String message = "%s %s".formatted(route.server(), why(route, answer));
        var failure = new ProviderException(code(answer.status()), message, answer.retryAfter(), null);
        return mayHaveWorked(answer.status()) ? failure.costly() : failure;
    }

    private static FailureCode code(int status) {
        return switch (status) {
            case 401, 403 -> FailureCode.UNAUTHORIZED;
            case 402 -> FailureCode.QUOTA_EXHAUSTED;
            case 404, 405 -> FailureCode.NOT_AVAILABLE;
            case 429 -> FailureCode.RATE_LIMITED;
            case 408, 504 -> FailureCode.PROVIDER_TIMEOUT;
            default -> {
                if (status >= 500) yield FailureCode.PROVIDER_UNAVAILABLE;
                yield status >= 400 ? FailureCode.INVALID_REQUEST : FailureCode.UNEXPECTED;
            }
        };
    }

    /// A proxy lost the server's answer; the server itself may still have made something.
    private static boolean mayHaveWorked(int status) {
        return status == 502 || status == 504;
    }

    /// Known sentences of the server are said in our own words; what it says beyond them is not passed on.
    private static String why(ModelRoute route, OutboundAnswer answer) {
        String detail = answer.json().path("detail").asText("");
        if (detail.equals("API key is missing")) return "got no key";
        if (detail.equals("Invalid API key")) return "does not accept the key in BACKEND_API_KEY";
        if (detail.startsWith("Text length exceeds")) return "says the text is too long";
        if (detail.startsWith("Target voice not supported")) return "does not have this voice";
        return switch (answer.status()) {
            case 404, 405 -> "does not know this call: is %s right?".formatted(route.setting());
            case 422 -> "cannot read the request";
            case 500 -> "failed to make the audio";
            default -> "answered with status " + answer.status();
        };
    }
}
