package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mediagen.image.Image;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A submission whose answer was lost may have been paid: who sent it, or its webhook, may still know.
class FalLostAnswerTest {
    private static final Map<String, String> HOOKED = Map.of("webhook-url", "https://media.example");

    private static final Map<String, String> IMPATIENT =
            Map.of("webhook-url", "https://media.example", "webhook-wait", "50ms");

    @TempDir
    Path dir;

    private final FalStub stub = new FalStub();
    private final FalWorkbench bench = new FalWorkbench(stub, Map.of());

    @AfterEach
    void closeStub() {
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 502, 504})
    void learnsALostJobFromItsWebhook(int status) throws Exception {
        var hooked = new FalWorkbench(stub, HOOKED);
        stub.submits.add(FalStub.answer(status, ""));
        var desk = FalDesk.first(dir);
        assertThat(failure(hooked, desk).isCostly()).isTrue();
        var waiting = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> waiting.set(quietly(hooked, desk)));
        deliver(hooked, "job-lost");
        await().untilAsserted(() -> assertThat(waiting.get()).isNotNull());
        assertThat(waiting.get().requestId()).isEqualTo("job-lost");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void submitsAgainWhenNoWebhookCame() throws Exception {
        var settings = Map.of("webhook-url", "https://media.example", "webhook-wait", "0.6s");
        var hooked = new FalWorkbench(stub, settings);
        stub.submits.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        failure(hooked, desk);
        var before = Instant.now();
        generate(hooked, desk);
        assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(600));
        assertThat(stub.submissions()).hasSize(2);
    }

    @Test
    void submitsAgainAtOnceWhereNoWebhookCanCome() throws Exception {
        stub.submits.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        failure(bench, desk);
        assertThat(generate(bench, desk).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(2);
    }

    @Test
    void takesOverTheIdThatAStoppingReplicaNotesLate() throws Exception {
        var patient = new FalWorkbench(stub, Map.of("hand-over", "60s"));
        var stopping = FalDesk.first(dir);
        var job = FalJob.submitting(stopping.epoch(), List.of());
        job.note(stopping);
        var waiting = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> waiting.set(quietly(patient, stopping.takenOver())));
        var answer = new FalHosts(FalWorkbench.config(stub.url(), Map.of())).urls("job-late");
        job.accepted(answer).note(stopping);
        await().untilAsserted(() -> assertThat(waiting.get()).isNotNull());
        assertThat(waiting.get().requestId()).isEqualTo("job-late");
        assertThat(stub.submissions()).isEmpty();
    }

    @Test
    void submitsNothingOnceItStops() throws Exception {
        var held = new CountDownLatch(1);
        stub.holdSubmits(held);
        var answered = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> answered.set(quietly(bench, FalDesk.first(dir))));
        await().until(() -> stub.submissions().size() == 1);
        // fal does not answer within the hand-over
        bench.submissions.stop(null);
        assertThatThrownBy(() -> generate(bench, FalDesk.first(dir))).isInstanceOf(InterruptedException.class);
        assertThat(stub.submissions()).hasSize(1);
        held.countDown();
        await().untilAsserted(() -> assertThat(answered.get()).isNotNull());
    }

    @Test
    void comesBackLaterForAWebhookThatTakesLong() {
        var hooked = new FalWorkbench(stub, HOOKED);
        stub.submits.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        var lost = failure(hooked, desk);
        assertThat(lost.isUnderWay()).isTrue();
        assertThat(hooked.provider.underWay(desk)).isTrue();
        var later = failure(hooked, desk);
        assertThat(later.isUnderWay()).isTrue();
        assertThat(later.retryAfter()).isPresent();
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void leavesThePartToOthersOnceTwoAnswersWereLost() {
        var hooked = new FalWorkbench(stub, IMPATIENT);
        stub.submits.add(FalStub.CUT);
        stub.submits.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        failure(hooked, desk);
        var second = failure(hooked, desk);
        assertThat(second.isCostly()).isTrue();
        assertThat(second.isUnderWay()).isFalse();
    }

    @Test
    void takesThePictureOfALostJobThatIsHeardOfLate() throws Exception {
        var hooked = new FalWorkbench(stub, IMPATIENT);
        stub.submits.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        failure(hooked, desk);
        stub.stuck = "job-1";
        var made = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> made.set(quietly(hooked, desk)));
        await().until(() -> stub.count("GET", "/job-1/status") > 0);
        deliver(hooked, "job-lost");
        await().untilAsserted(() -> assertThat(made.get()).isNotNull());
        assertThat(made.get().requestId()).isEqualTo("job-lost");
        assertThat(stub.submissions()).hasSize(2);
        assertThat(stub.count("PUT", "/job-1/cancel")).isEqualTo(1);
        assertThat(desk.note()).map(note -> note.contains("job-lost")).contains(true);
    }

    @Test
    void keepsALostSubmissionInMindThroughARefusal() throws Exception {
        var hooked = new FalWorkbench(stub, IMPATIENT);
        stub.submits.add(FalStub.CUT);
        stub.submits.add(FalStub.answer(503, ""));
        var desk = FalDesk.first(dir);
        failure(hooked, desk);
        assertThat(failure(hooked, desk).isCostly()).isFalse();
        deliver(hooked, "job-lost");
        assertThat(generate(hooked, desk).requestId()).isEqualTo("job-lost");
        assertThat(stub.submissions()).hasSize(2);
    }

    @Test
    void looksAtOnceWhenTheWebhookComes() throws Exception {
        var hooked = new FalWorkbench(
                stub, Map.of("webhook-url", "https://media.example", "first-poll", "60s", "longest-poll", "60s"));
        var waiting = new AtomicReference<Image>();
        Thread.ofVirtual().start(() -> waiting.set(quietly(hooked, FalDesk.first(dir))));
        await().until(() -> stub.submissions().size() == 1);
        await().untilAsserted(() -> {
            hooked.bells.ring(submission());
            assertThat(waiting.get()).isNotNull();
        });
    }

    @Test
    void readsTheIdFromTheHeaderWhenTheAnswerIsGarbled() throws Exception {
        stub.submits.add(new FalStub.Answer(200, "<html>", Map.of("x-fal-request-id", "job-9")));
        assertThat(generate(bench, FalDesk.first(dir)).requestId()).isEqualTo("job-9");
    }

    private static Image generate(FalWorkbench bench, FalDesk desk) throws ProviderException, InterruptedException {
        return bench.provider.generate(Requests.image("cat").build(), null, desk);
    }

    private static Image quietly(FalWorkbench bench, FalDesk desk) {
        try {
            return generate(bench, desk);
        } catch (ProviderException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static ProviderException failure(FalWorkbench bench, FalDesk desk) {
        return catchThrowableOfType(ProviderException.class, () -> generate(bench, desk));
    }

    private String submission() {
        return stub.submissions().getFirst().webhook().replaceAll(".*submission=", "");
    }

    private void deliver(FalWorkbench hooked, String id) {
        var now = Instant.now();
        hooked.deliveries.keep(new FalDeliveries.Delivery(id, submission(), "OK", now, now));
        hooked.bells.ring(submission());
    }
}
