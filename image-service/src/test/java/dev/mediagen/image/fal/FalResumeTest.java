package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.Image;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A paid job is paid once, whatever happens to who waits for it.
class FalResumeTest {
    @TempDir
    Path dir;

    private final FalStub stub = new FalStub();
    private final FalWorkbench bench = new FalWorkbench(stub, Map.of());

    @AfterEach
    void closeStub() {
        stub.close();
    }

    @Test
    void resumesTheJobOfAReplicaThatDied() throws Exception {
        for (int i = 0; i < 1000; i++) stub.statuses.add(FalStub.status("IN_PROGRESS"));
        var desk = FalDesk.first(dir);
        var end = new AtomicReference<Throwable>();
        var dying = Thread.ofVirtual().start(() -> {
            try {
                generate(bench, desk);
            } catch (Exception e) {
                end.set(e);
            }
        });
        await().until(() -> stub.count("GET", "/status") > 1);
        dying.interrupt();
        await().until(() -> end.get() instanceof InterruptedException);
        stub.statuses.clear();
        var image = generate(new FalWorkbench(stub, Map.of()), desk.takenOver());
        assertThat(image.requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
        assertThat(stub.count("PUT", "/cancel")).isZero();
    }

    @Test
    void notesBeforeItSubmitsAndAfter() throws Exception {
        var desk = FalDesk.first(dir);
        generate(bench, desk);
        assertThat(desk.notes()).hasSize(2);
        assertThat(desk.notes().get(0)).contains("\"epoch\":1").doesNotContain("requestId");
        assertThat(desk.notes().get(1)).contains("\"requestId\":\"job-1\"").doesNotContain(FalWorkbench.KEY);
    }

    @Test
    void takesAFinishedPictureAgainAfterACrash() throws Exception {
        var desk = FalDesk.first(dir);
        generate(bench, desk);
        assertThat(generate(bench, desk.takenOver()).file()).hasBinaryContent(FalStub.PICTURE);
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void makesAnotherPictureWhenTheSameTryAsksAgain() throws Exception {
        var desk = FalDesk.first(dir);
        generate(bench, desk);
        assertThat(generate(bench, desk).requestId()).isEqualTo("job-2");
    }

    @Test
    void startsAnewWhenAJobThatWasTakenOverIsForgotten() throws Exception {
        var desk = FalDesk.first(dir);
        generate(bench, desk);
        stub.statuses.add(FalStub.answer(404, ""));
        var next = desk.takenOver();
        assertThat(failure(bench, next).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(generate(bench, next).requestId()).isEqualTo("job-2");
    }

    @Test
    void survivesLooksThatFail() throws Exception {
        stub.statuses.add(FalStub.CUT);
        stub.statuses.add(FalStub.answer(503, "<html>"));
        stub.statuses.add(FalStub.answer(200, "{\"status\":\"COMPL"));
        stub.statuses.add(FalStub.answer(429, "{}"));
        stub.results.add(FalStub.answer(502, "<html>"));
        stub.results.add(FalStub.answer(200, "{\"images\":["));
        assertThat(generate(bench, FalDesk.first(dir)).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void leavesTheJobForLaterWhenFalCannotBeAsked() throws Exception {
        for (int i = 0; i < 3; i++) stub.statuses.add(FalStub.answer(503, ""));
        var few = new FalWorkbench(stub, Map.of("failed-polls", "2"));
        var desk = FalDesk.first(dir);
        var e = failure(few, desk);
        assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(e.isUnderWay()).isTrue();
        assertThat(e.retryAfter()).contains(Duration.ofSeconds(15));
        assertThat(few.provider.underWay(desk)).isTrue();
        assertThat(generate(few, desk).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void fetchesThePictureAgainWithoutPayingAgain() throws Exception {
        stub.pictures.add(FalStub.answer(503, ""));
        stub.pictures.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        assertThat(failure(bench, desk).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(failure(bench, desk).isUnderWay()).isTrue();
        assertThat(generate(bench, desk).file()).hasBinaryContent(FalStub.PICTURE);
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void asksForAResultAgainThatWasAnsweredWithAnError() throws Exception {
        stub.results.add(FalStub.answer(500, "{\"detail\":\"Internal Server Error\"}"));
        assertThat(generate(bench, FalDesk.first(dir)).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void takesAnErrorForTheModelsWhenItIsAllThatCanBeHad() {
        for (int i = 0; i < 3; i++) stub.results.add(FalStub.answer(500, "{\"detail\":\"Internal Server Error\"}"));
        var desk = FalDesk.first(dir);
        var e = failure(new FalWorkbench(stub, Map.of("failed-polls", "2")), desk);
        assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(e.isCostly()).isTrue();
        assertThat(e.isUnderWay()).isFalse();
        assertThat(desk.note()).isEmpty();
    }

    @Test
    void resumesATransformationWithoutItsSource() throws Exception {
        var desk = FalDesk.first(dir);
        FalJob.submitting(1, List.of())
                .accepted(new FalHosts(FalWorkbench.config(stub.url(), Map.of())).urls("job-5"))
                .note(desk);
        var resumed = bench.provider.resume(Requests.image("cat").transform(0.5).build(), desk.takenOver());
        assertThat(resumed).map(Image::requestId).contains("job-5");
        assertThat(stub.submissions()).isEmpty();
    }

    @Test
    void looksSeldomWhereWebhooksTell() throws Exception {
        var settings =
                Map.of("webhook-url", "https://media.example", "longest-hooked-poll", "60s", "first-poll", "0.4s");
        for (int i = 0; i < 100; i++) stub.statuses.add(FalStub.status("IN_PROGRESS"));
        var hooked = new FalWorkbench(stub, settings);
        var waiting = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> generate(hooked, FalDesk.first(dir)))
                .isInstanceOf(InterruptedException.class));
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(3))
                .until(() -> stub.count("GET", "/status") <= 3);
        waiting.interrupt();
    }

    @Test
    void looksAtOnceWhenTheWebhookCameToAnotherReplica() throws Exception {
        var settings =
                Map.of("webhook-url", "https://media.example", "longest-hooked-poll", "60s", "first-poll", "60s");
        var hooked = new FalWorkbench(stub, settings);
        var made = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> {
            try {
                made.set(generate(hooked, FalDesk.first(dir)));
            } catch (ProviderException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        await().until(() -> stub.submissions().size() == 1);
        var submission = stub.submissions().getFirst().webhook().replaceAll(".*submission=", "");
        hooked.deliveries.keep(new FalDeliveries.Delivery("job-1", submission, "OK", Instant.now(), Instant.now()));
        await().untilAsserted(() -> assertThat(made.get()).isNotNull());
    }

    @Test
    void submitsAnewAfterAFailedJob() throws Exception {
        stub.statuses.add(FalStub.failed("runner_disconnected"));
        var desk = FalDesk.first(dir);
        assertThat(failure(bench, desk).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(generate(bench, desk).requestId()).isEqualTo("job-2");
    }

    private static Image generate(FalWorkbench bench, FalDesk desk) throws ProviderException, InterruptedException {
        return bench.provider.generate(Requests.image("cat").build(), null, desk);
    }

    private static ProviderException failure(FalWorkbench bench, FalDesk desk) {
        return catchThrowableOfType(ProviderException.class, () -> generate(bench, desk));
    }
}
