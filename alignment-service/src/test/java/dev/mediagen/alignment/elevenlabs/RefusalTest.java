package dev.mediagen.alignment.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
    private static Refusal refusal(int status, String body) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        return Refusal.of(new OutboundAnswer(status, MultiMap.caseInsensitiveMultiMap(), bytes));
    }

    private static String object(String code, String legacy) {
        var body = "{\"detail\":{\"code\":\"%s\",\"status\":\"%s\",\"message\":\"m\",\"param\":null}}";
        return Contract.ERROR_ANSWER.check(body.formatted(code, legacy)).toString();
    }

    /// The documentation's table of errors, 20 Nov 2026; the older names from reports of users.
    @ParameterizedTest
    @CsvSource({
        "400,text_too_long,,INVALID_REQUEST",
        "400,empty_text,,INVALID_REQUEST",
        "400,invalid_audio,,INVALID_REQUEST",
        "400,audio_too_short,,INVALID_REQUEST",
        "400,content_policy_violation,,CONTENT_REJECTED",
        "403,,content_against_policy,CONTENT_REJECTED",
        "401,unauthorized,invalid_api_key,UNAUTHORIZED",
        "401,unauthorized,needs_authorization,UNAUTHORIZED",
        "401,unauthorized,invalid_authorization_header,UNAUTHORIZED",
        "401,,missing_permissions,UNAUTHORIZED",
        "401,,detected_unusual_activity,UNAUTHORIZED",
        "401,,quota_exceeded,QUOTA_EXHAUSTED",
        "402,insufficient_credits,,QUOTA_EXHAUSTED",
        "402,,,QUOTA_EXHAUSTED",
        "402,paid_plan_required,payment_required,NOT_AVAILABLE",
        "403,subscription_required,,NOT_AVAILABLE",
        "403,feature_not_available,,NOT_AVAILABLE",
        "403,,only_for_creator+,NOT_AVAILABLE",
        "403,,,UNAUTHORIZED",
        "404,,,NOT_AVAILABLE",
        "404,,workspace_not_found,UNAUTHORIZED",
        "405,,,NOT_AVAILABLE",
        "408,,,PROVIDER_TIMEOUT",
        "409,already_running,,PROVIDER_UNAVAILABLE",
        "409,concurrent_modification,,PROVIDER_UNAVAILABLE",
        "413,,,INVALID_REQUEST",
        "422,,,INVALID_REQUEST",
        "429,rate_limit_exceeded,,RATE_LIMITED",
        "429,system_busy,,RATE_LIMITED",
        "429,concurrent_limit_exceeded,too_many_concurrent_requests,RATE_LIMITED",
        "429,,quota_exceeded,QUOTA_EXHAUSTED",
        "500,internal_error,,PROVIDER_UNAVAILABLE",
        "502,,,PROVIDER_UNAVAILABLE",
        "503,service_unavailable,,PROVIDER_UNAVAILABLE",
        "504,,,PROVIDER_TIMEOUT",
        "307,,,UNEXPECTED"
    })
    void knowsTheCode(int status, String code, String legacy, FailureCode expected) {
        var exception = refusal(status, object(code == null ? "" : code, legacy == null ? "" : legacy))
                .exception();

        assertThat(exception.code()).isEqualTo(expected);
        assertThat(exception.isCostly()).isEqualTo(status == 408 || status == 502 || status == 504);
    }

    @ParameterizedTest
    @CsvSource({"401,UNAUTHORIZED", "429,RATE_LIMITED", "500,PROVIDER_UNAVAILABLE", "503,PROVIDER_UNAVAILABLE"})
    void doesWithoutDetail(int status, FailureCode expected) {
        for (var body : new String[] {
            "",
            "<html>",
            "null",
            "[]",
            "\"x\"",
            "{}",
            "{\"detail\":null}",
            "{\"detail\":\"Not Found\"}",
            "{\"status\":\"internal_server_error\",\"message\":\"m\"}"
        }) assertThat(refusal(status, body).code()).as(body).isEqualTo(expected);
    }

    @Test
    void namesTheFieldsThatAreWrong() {
        var body = "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"text\"],\"msg\":\"m\"}]}";
        Contract.ERROR_ANSWER.check(body);

        assertThat(refusal(422, body).exception()).hasMessage("ElevenLabs does not align this (422: text)");
    }

    @Test
    void passesTheWishToWaitOn() {
        var headers = MultiMap.caseInsensitiveMultiMap().add("retry-after", "7");
        var refusal = Refusal.of(new OutboundAnswer(429, headers, new byte[0]));

        assertThat(refusal.exception().retryAfter()).contains(Duration.ofSeconds(7));
        assertThat(refusal(429, "{}").exception().retryAfter()).isEmpty();
    }
}
