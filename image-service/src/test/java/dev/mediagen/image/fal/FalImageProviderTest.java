package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.Image;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FalImageProviderTest {
    @TempDir
    Path dir;

    private final FalStub stub = new FalStub();

    @AfterEach
    void closeStub() {
        stub.close();
    }

    @Test
    void submitsWaitsAndCopiesThePicture() throws Exception {
        stub.statuses.add(FalStub.status("IN_QUEUE"));
        stub.statuses.add(FalStub.status("IN_PROGRESS"));
        var desk = FalDesk.first(dir);
        var image = generate(desk, Map.of());
        assertThat(image.file()).hasBinaryContent(FalStub.PICTURE).hasParent(desk.workDir());
        assertThat(image.seed()).isEqualTo("17454220438242315174");
        assertThat(image.requestId()).isEqualTo("job-1");
        assertThat(desk.told()).containsExactly(20, 50);
        assertThat(stub.calls)
                .extracting(FalStub.Call::path)
                .containsExactly(
                        "/fal-ai/flux/dev",
                        "/fal-ai/flux/requests/job-1/status",
                        "/fal-ai/flux/requests/job-1/status",
                        "/fal-ai/flux/requests/job-1/status",
                        "/fal-ai/flux/requests/job-1",
                        "/files/x.jpg");
    }

    @Test
    void sendsKeyDeadlineAndLifeOfThePicture() throws Exception {
        generate(FalDesk.first(dir), Map.of("limit", "90s"));
        var submit = stub.submissions().getFirst();
        assertThat(submit.header("Authorization")).isEqualTo("Key " + FalWorkbench.KEY);
        assertThat(submit.header("X-Fal-Request-Start-Timeout")).isEqualTo("90");
        assertThat(submit.header("X-Fal-Object-Lifecycle-Preference"))
                .isEqualTo("{\"expiration_duration_seconds\":3600}");
        assertThat(submit.query()).isEmpty();
        FalContract.checked("flux-dev", submit.body());
    }

    @Test
    void keepsTheKeyFromThePicturesHost() throws Exception {
        generate(FalDesk.first(dir), Map.of());
        var fetched = stub.calls.getLast();
        assertThat(fetched.path()).isEqualTo("/files/x.jpg");
        assertThat(fetched.header("Authorization")).isEmpty();
    }

    @Test
    void namesGenerationAndEpochInTheWebhook() throws Exception {
        generate(FalDesk.first(dir), Map.of("webhook-url", "https://media.example/"));
        var webhook = stub.submissions().getFirst().webhook();
        assertThat(webhook)
                .matches("https://media\\.example/webhooks/fal\\?generation=g1&epoch=1&submission=[0-9a-f-]{36}");
    }

    @Test
    void keepsTheKeyFromForeignHostsAndTheJobAlive() throws Exception {
        var theirs = stub.submitted("job-7").body().replace(stub.url(), "https://thief.example");
        stub.submits.add(FalStub.answer(200, theirs));
        var image = generate(FalDesk.first(dir), Map.of());
        assertThat(image.requestId()).isEqualTo("job-7");
        assertThat(stub.count("GET", "/job-7/status")).isEqualTo(1);
    }

    @Test
    void refusesPicturesOfForeignHosts() {
        stub.results.add(stub.output("http://169.254.169.254/latest", false));
        var e = failure(FalDesk.first(dir));
        assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
        assertThat(e.isCostly()).isTrue();
    }

    @Test
    void rejectsAFlaggedPictureThoughTheStatusIs200() {
        stub.results.add(stub.output(stub.url() + "/files/black.jpg", true));
        var e = failure(FalDesk.first(dir));
        assertThat(e.code()).isEqualTo(FailureCode.CONTENT_REJECTED);
        assertThat(e.isCostly()).isTrue();
        assertThat(stub.count("GET", "/files/black.jpg")).isZero();
    }

    @Test
    void refusesAPictureThatIsTooLarge() {
        var e = failure(FalDesk.first(dir), Map.of("most-bytes", "3"));
        assertThat(e.code()).isEqualTo(FailureCode.QUALITY_REJECTED);
    }

    @Test
    void cancelsWhatTakesTooLong() {
        for (int i = 0; i < 200; i++) stub.statuses.add(FalStub.status("IN_QUEUE"));
        var desk = FalDesk.first(dir);
        var e = failure(desk, Map.of("limit", "0.1s"));
        assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
        assertThat(e.isCostly()).isTrue();
        assertThat(stub.count("PUT", "/job-1/cancel")).isEqualTo(1);
        assertThat(desk.note()).isEmpty();
    }

    @Test
    void takesAResultThatCameWhileItWasCancelled() throws Exception {
        stub.statuses.add(FalStub.status("IN_PROGRESS"));
        stub.cancels.add(FalStub.cancelled(400, "ALREADY_COMPLETED"));
        var image = generate(FalDesk.first(dir), Map.of("limit", "1ms", "first-poll", "5ms"));
        assertThat(image.requestId()).isEqualTo("job-1");
    }

    @Test
    void asksAgainWhenTheResultIsNotThereYet() throws Exception {
        stub.results.add(FalStub.answer(400, "{\"detail\":\"Request is still in progress\"}"));
        assertThat(generate(FalDesk.first(dir), Map.of()).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void neverLogsItsKey() throws Exception {
        var logged = new CopyOnWriteArrayList<String>();
        var listening = FalLog.listen(logged);
        try {
            stub.submits.add(
                    FalStub.answer(200, "{\"request_id\":\"job-7\",\"status_url\":\"https://thief.example\"}"));
            stub.statuses.add(FalStub.answer(503, "{\"detail\":\"Key " + FalWorkbench.KEY + "\"}"));
            generate(FalDesk.first(dir), Map.of());
        } finally {
            listening.close();
        }
        assertThat(logged).isNotEmpty().noneMatch(line -> line.contains("key-secret"));
    }

    @Test
    void needsAKey() {
        assertThat(new FalWorkbench(stub, Map.of("api-key", "")).provider.missing())
                .contains("FAL_KEY");
        var provider = new FalWorkbench(stub, Map.of()).provider;
        assertThat(provider.missing()).isEmpty();
        assertThat(provider.capability(0).formats()).containsExactlyInAnyOrder("webp", "png", "jpg");
    }

    private Image generate(FalDesk desk, Map<String, String> settings) throws Exception {
        return new FalWorkbench(stub, settings)
                .provider.generate(Requests.image("cat").build(), null, desk);
    }

    private ProviderException failure(FalDesk desk) {
        return failure(desk, Map.of());
    }

    private ProviderException failure(FalDesk desk, Map<String, String> settings) {
        return catchThrowableOfType(ProviderException.class, () -> generate(desk, settings));
    }
}
