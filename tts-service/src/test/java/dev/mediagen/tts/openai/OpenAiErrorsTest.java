package dev.mediagen.tts.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bodies as in the MIT description of the API and the sources of the look-alikes, read in November 2026.
class OpenAiErrorsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            400 | {"error":{"message":"m","type":"invalid_request_error","param":"voice","code":"invalid_value"}} | INVALID_REQUEST
            400 | {"error":{"message":"m","type":"invalid_request_error","param":null,"code":"content_policy_violation"}} | CONTENT_REJECTED
            400 | {"error":{"message":"m","type":"image_generation_user_error","param":null,"code":"moderation_blocked"}} | CONTENT_REJECTED
            400 | {"error":{"message":"m","type":"billing_limit_user_error","param":null,"code":"billing_hard_limit_reached"}} | QUOTA_EXHAUSTED
            400 | {"detail":{"error":"invalid_model","message":"m","type":"invalid_request_error"}} | NOT_AVAILABLE
            400 | {"detail":{"error":"validation_error","message":"m","type":"invalid_request_error"}} | INVALID_REQUEST
            401 | {"error":{"message":"m","type":"invalid_request_error","param":null,"code":"invalid_api_key"}} | UNAUTHORIZED
            401 | {"detail":"Invalid API key"} | UNAUTHORIZED
            402 | {"error":{"message":"m","type":"billing","param":null,"code":null}} | QUOTA_EXHAUSTED
            403 | {"error":{"message":"m","type":"invalid_request_error","param":null,"code":"model_not_found"}} | NOT_AVAILABLE
            403 | {"error":{"message":"m","type":"request_forbidden","param":null,"code":"unsupported_country_region_territory"}} | UNAUTHORIZED
            404 | {"error":{"message":"m","type":"invalid_request_error","param":null,"code":"model_not_found"}} | NOT_AVAILABLE
            404 | {"detail":"Not Found"} | NOT_AVAILABLE
            409 | {"error":{"message":"m","type":"conflict","param":null,"code":null}} | PROVIDER_UNAVAILABLE
            413 | {"detail":"Request Entity Too Large"} | INVALID_REQUEST
            422 | {"detail":[{"loc":["body","speed"],"msg":"m","type":"less_than_equal"}]} | INVALID_REQUEST
            422 | {"detail":"speed must be between 0.5 and 2.0"} | INVALID_REQUEST
            429 | {"error":{"message":"m","type":"insufficient_quota","param":null,"code":"insufficient_quota"}} | QUOTA_EXHAUSTED
            429 | {"error":{"message":"m","type":"requests","param":null,"code":"rate_limit_exceeded"}} | RATE_LIMITED
            500 | {"detail":{"error":"processing_error","message":"m","type":"server_error"}} | PROVIDER_UNAVAILABLE
            500 | {"error":{"message":"m","type":"server_error","param":null,"code":null}} | PROVIDER_UNAVAILABLE
            503 | {"error":{"message":"m","type":"service_unavailable_error","param":null,"code":"server_is_overloaded"}} | PROVIDER_UNAVAILABLE
            """)
    void errorsHaveTheirCode(int status, String body, FailureCode code) {
        Contract.assertValid(body, "error");
        assertThat(OpenAiErrors.of(answer(status, body)).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "302,PROVIDER_UNAVAILABLE", "400,INVALID_REQUEST", "401,UNAUTHORIZED", "404,NOT_AVAILABLE",
        "405,NOT_AVAILABLE", "408,PROVIDER_TIMEOUT", "429,RATE_LIMITED", "500,PROVIDER_UNAVAILABLE",
        "502,PROVIDER_UNAVAILABLE", "504,PROVIDER_TIMEOUT", "529,PROVIDER_UNAVAILABLE"
    })
    void statusAloneDecidesWhereTheBodySaysNothing(int status, FailureCode code) {
        assertThat(OpenAiErrors.of(answer(status, "<html>oops</html>")).code()).isEqualTo(code);
        assertThat(OpenAiErrors.of(answer(status, "")).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 504})
    void answersThatAGatewayLostMayHaveBeenPaidFor(int status) {
        assertThat(OpenAiErrors.of(answer(status, "")).isCostly()).isTrue();
        assertThat(OpenAiErrors.of(answer(500, "")).isCostly()).isFalse();
    }

    @Test
    void waitsAsLongAsTheServerWishes() {
        var slow = answer(429, "");
        slow.headers().set("Retry-After", "2");
        assertThat(OpenAiErrors.of(slow).retryAfter()).contains(Duration.ofSeconds(2));
        slow.headers().set("retry-after-ms", "1500");
        assertThat(OpenAiErrors.of(slow).retryAfter()).contains(Duration.ofMillis(1500));
        assertThat(OpenAiErrors.of(answer(429, "")).retryAfter()).isEmpty();
    }

    @Test
    void messageNamesCodeWordsAndRequestIdButNeverTheServersText() {
        var refused = answer(401, """
                {"error":{"message":"Incorrect API key provided: sk-test-0123456789abcdef","type":"invalid_request_error",
                "param":"sk-test-0123456789abcdef","code":"invalid_api_key"}}""");
        refused.headers().set("x-request-id", "req_42");
        assertThat(OpenAiErrors.of(refused))
                .hasMessage("openai: does not accept our key "
                        + "(401, invalid_api_key, invalid_request_error, request req_42)");
    }

    @Test
    void requestIdOfAHostileServerIsDropped() {
        var odd = answer(500, "");
        odd.headers().set("x-request-id", "<script>");
        assertThat(OpenAiErrors.of(odd)).hasMessage("openai: is not available (500)");
    }

    private static OutboundAnswer answer(int status, String body) {
        return new OutboundAnswer(status, MultiMap.caseInsensitiveMultiMap(), body.getBytes(StandardCharsets.UTF_8));
    }
}
