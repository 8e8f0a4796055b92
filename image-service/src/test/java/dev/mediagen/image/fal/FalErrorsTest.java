package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.parts.ProviderException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every documented error, wherever it is met.
class FalErrorsTest {
    @TempDir
    Path dir;

    private final FalStub stub = new FalStub();

    @AfterEach
    void closeStub() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "422,content_policy_violation,CONTENT_REJECTED,true",
        "422,missing,INVALID_REQUEST,true",
        "422,value_error.number.not_le,INVALID_REQUEST,true",
        "500,internal_server_error,PROVIDER_UNAVAILABLE,false",
        "500,downstream_service_error,PROVIDER_UNAVAILABLE,false",
        "504,generation_timeout,PROVIDER_TIMEOUT,false",
    })
    void namesErrorsOfTheModel(int status, String type, FailureCode code, boolean costly) {
        String body = """
                {"detail":[{"loc":["body","prompt"],"msg":"secret vendor words","type":"%s",
                 "url":"https://docs.fal.ai/errors","input":{}}]}""".formatted(type);
        FalContract.checked("model-error", body);
        stub.statuses.add(FalStub.failed(null));
        stub.results.add(FalStub.answer(status, body));
        assertEndedWith(code, costly);
    }

    @ParameterizedTest
    @CsvSource({
        "504,request_timeout,PROVIDER_TIMEOUT",
        "504,startup_timeout,PROVIDER_TIMEOUT",
        "503,runner_scheduling_failure,PROVIDER_UNAVAILABLE",
        "503,runner_connection_timeout,PROVIDER_UNAVAILABLE",
        "503,runner_disconnected,PROVIDER_UNAVAILABLE",
        "503,runner_connection_refused,PROVIDER_UNAVAILABLE",
        "503,runner_connection_error,PROVIDER_UNAVAILABLE",
        "502,runner_incomplete_response,PROVIDER_UNAVAILABLE",
        "500,runner_server_error,PROVIDER_UNAVAILABLE",
        "499,client_disconnected,PROVIDER_UNAVAILABLE",
        "499,client_cancelled,PROVIDER_UNAVAILABLE",
        "400,bad_request,INVALID_REQUEST",
        "500,internal_error,PROVIDER_UNAVAILABLE",
    })
    void namesErrorsOfTheInfrastructure(int status, String type, FailureCode code) {
        String body = "{\"detail\":\"secret vendor words\",\"error_type\":\"%s\"}".formatted(type);
        FalContract.checked("infrastructure-error", body);
        stub.statuses.add(FalStub.failed(null));
        stub.results.add(FalStub.answer(status, body));
        assertEndedWith(code, false);
        stub.statuses.add(FalStub.failed(type));
        assertEndedWith(code, false);
    }

    @Test
    void asksTheResultWhenACompletedJobOnlySaysThatItFailed() {
        stub.statuses.add(FalStub.failed(null));
        stub.results.add(FalStub.answer(422, "{\"detail\":\"secret vendor words\"}"));
        assertEndedWith(FailureCode.INVALID_REQUEST, true);
        stub.statuses.add(FalStub.failed(null));
        assertEndedWith(FailureCode.PROVIDER_UNAVAILABLE, false);
    }

    @ParameterizedTest
    @CsvSource({
        "400,'{\"detail\":\"bad\"}',INVALID_REQUEST",
        "401,'{\"detail\":\"Cannot access application\"}',UNAUTHORIZED",
        "402,'{}',QUOTA_EXHAUSTED",
        "403,'{\"detail\":\"no\"}',UNAUTHORIZED",
        "403,'{\"detail\":\"User is locked. Reason: Exhausted balance.\"}',QUOTA_EXHAUSTED",
        "404,'{\"detail\":\"Application not found\"}',INVALID_REQUEST",
        "413,'',INVALID_REQUEST",
        "422,'{\"detail\":\"bad\"}',INVALID_REQUEST",
        "429,'{\"detail\":\"queue\",\"error_type\":\"concurrent_requests_limit\"}',RATE_LIMITED",
        "429,'{\"detail\":\"Queue length exceeded\"}',RATE_LIMITED",
        "500,'<html>',PROVIDER_UNAVAILABLE",
        "503,'',PROVIDER_UNAVAILABLE",
        "302,'',UNEXPECTED",
    })
    void refusedSubmissionsCostNothingAndLeaveNoNote(int status, String body, FailureCode code) {
        stub.submits.add(FalStub.answer(status, body));
        assertEndedWith(code, false);
    }

    @Test
    void passesOnHowLongToWait() {
        stub.submits.add(new FalStub.Answer(429, "{}", Map.of("Retry-After", "7")));
        assertThat(failure(FalDesk.first(dir)).retryAfter()).contains(Duration.ofSeconds(7));
    }

    @Test
    void aJobThatCouldNotStartInTimeIsNotAmbiguous() {
        stub.submits.add(new FalStub.Answer(504, "{}", Map.of("X-Fal-Request-Timeout-Type", "user")));
        assertEndedWith(FailureCode.PROVIDER_TIMEOUT, false);
    }

    @ParameterizedTest
    @CsvSource({"401,UNAUTHORIZED", "403,UNAUTHORIZED", "404,INVALID_REQUEST"})
    void stopsLookingAtOnce(int status, FailureCode code) {
        stub.statuses.add(FalStub.answer(status, "{\"detail\":\"no\"}"));
        assertThat(failure(FalDesk.first(dir)).code()).isEqualTo(code);
        assertThat(stub.count("GET", "/status")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"404,INVALID_REQUEST,true", "422,INVALID_REQUEST,true", "413,INVALID_REQUEST,false"})
    void aResultThatIsRefusedWithoutDetailEndsTheJob(int status, FailureCode code, boolean costly) {
        stub.results.add(FalStub.answer(status, "<html>"));
        assertEndedWith(code, costly);
    }

    @Test
    void aResultWithoutPictureIsUnfit() {
        stub.results.add(FalStub.answer(200, "{\"images\":[],\"seed\":1}"));
        assertEndedWith(FailureCode.QUALITY_REJECTED, true);
    }

    @Test
    void nobodyAnsweringIsNotCostly() {
        stub.close();
        assertEndedWith(FailureCode.PROVIDER_UNAVAILABLE, false);
    }

    private void assertEndedWith(FailureCode code, boolean costly) {
        var desk = FalDesk.first(dir);
        var e = failure(desk);
        assertThat(e.code()).isEqualTo(code);
        assertThat(e.isCostly()).isEqualTo(costly);
        assertThat(desk.note()).isEmpty();
        var printed = new StringWriter();
        e.printStackTrace(new PrintWriter(printed));
        assertThat(printed.toString()).doesNotContain("secret");
    }

    private ProviderException failure(FalDesk desk) {
        var provider = new FalWorkbench(stub, Map.of()).provider;
        return catchThrowableOfType(
                ProviderException.class,
                () -> provider.generate(Requests.image("cat").build(), null, desk));
    }
}
