package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.image.Image;
import dev.mediagen.image.Requests;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Path;
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
        assertThat(failure(few, desk).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(generate(few, desk).requestId()).isEqualTo("job-1");
        assertThat(stub.submissions()).hasSize(1);
    }

    @Test
    void fetchesThePictureAgainWithoutPayingAgain() throws Exception {
        stub.pictures.add(FalStub.answer(503, ""));
        stub.pictures.add(FalStub.CUT);
        var desk = FalDesk.first(dir);
        assertThat(failure(bench, desk).code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        failure(bench, desk);
        assertThat(generate(bench, desk).file()).hasBinaryContent(FalStub.PICTURE);
        assertThat(stub.submissions()).hasSize(1);
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
