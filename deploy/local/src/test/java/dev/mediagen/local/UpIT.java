package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// `up` as its user meets it, over the real servers and fake services.
class UpIT {
    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path root;

    private FakeProject project;
    private Path state;

    @BeforeEach
    void createProject() throws Exception {
        project = new FakeProject(root);
        state = root.resolve("state.json");
    }

    @Test
    void onceTellsAStoryKeepsItsFilesAndLeavesNothingRunning() throws Exception {
        Process up = project.up(Map.of(), "A headline", "--once", "--port", "0", "--state", state.toString());
        assertThat(exitCode(up)).as(project.output()).isZero();
        Path story = root.resolve("deploy/local/.data/stories/g1");
        for (String file : List.of("image.png", "audio.mp3", "captions.vtt", "captions.srt", "alignment.json")) {
            assertThat(story.resolve(file)).isNotEmptyFile();
        }
        assertThat(project.output())
                .contains("A headline")
                .contains(story.resolve("audio.mp3").toString());
        assertNothingRuns(StackState.read(state));
    }

    @Test
    void aKilledServiceIsMournedComesBackByItsCommandAndIsNotEndedWithTheRest() throws Exception {
        Process up = project.up(Map.of(), "--no-story", "--port", "0", "--state", state.toString());
        await("the state file", () -> Files.exists(state));
        var running = StackState.read(state);
        var worker = running.processes().get("alignment-service");
        ProcessHandle.of(worker.pid()).orElseThrow().destroyForcibly();
        await("the news", () -> project.output().contains("! alignment-service ended with exit code 137"));

        assertThat(exitCode(project.upAgain())).isEqualTo(1);
        assertThat(project.outputOfSecond()).contains("another stack is running on the data directory");

        Process byHand = new ProcessBuilder("sh", "-c", worker.command()).start();
        var readiness = new GatewayClient("http://127.0.0.1:" + worker.port(), "none");
        await("the service started by hand", () -> answers(readiness));
        long began = System.nanoTime();
        up.destroy();
        exitCode(up);
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
        assertThat(project.output()).contains("was started by hand and keeps running");
        assertThat(byHand.isAlive()).isTrue();
        byHand.descendants().forEach(ProcessHandle::destroyForcibly);
        byHand.destroyForcibly().waitFor();
        assertNothingRuns(running);
    }

    @Test
    void aServiceThatCannotStartIsNamedWithItsLogAndTheRestEnds() throws Exception {
        Process up = project.up(Map.of("QUARKUS_FAKE_FAILING", "image-service"), "--once", "--port", "0");
        assertThat(exitCode(up)).isEqualTo(1);
        assertThat(project.output())
                .contains("image-service ended with exit code 1")
                .contains("the fake cannot start");
        Path data = root.resolve("deploy/local/.data");
        assertThat(data.resolve("processes.json")).doesNotExist();
        assertThat(data.resolve("logs/up.log")).content().contains("env AWS_ACCESS_KEY_ID=");
    }

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            assertThat(exitCode(project.up(Map.of(), "--once", "--port", port))).isEqualTo(1);
            assertThat(project.output()).contains("port " + port + " of the gateway is taken");
        }
    }

    @Test
    void aSecondStartUsesTheSameKeysAndPortsAndEndsWhatAKilledOneLeft() throws Exception {
        Process first = project.up(Map.of(), "--no-story", "--port", "0", "--state", state.toString());
        await("the first", () -> Files.exists(state));
        StackState before = StackState.read(state);
        first.destroyForcibly().waitFor();
        Files.delete(state);
        assertThat(exitCode(project.up(Map.of(), "--no-story", "--once", "--port", "0", "--state", state.toString())))
                .isZero();
        StackState after = StackState.read(state);
        assertThat(project.output()).contains("left by a run that was killed");
        assertThat(after.apiKey()).isEqualTo(before.apiKey()).matches("mg_[0-9a-f]{12}_[0-9A-Za-z]{43}");
        assertThat(after.gateway()).isEqualTo(before.gateway());
        assertThat(after.kafka()).isEqualTo(before.kafka());
        assertNothingRuns(before);
        assertNothingRuns(after);
    }

    private static boolean answers(GatewayClient gateway) throws Exception {
        try {
            return gateway.has("/q/health/ready");
        } catch (java.io.IOException notYet) {
            return false;
        }
    }

    private static void assertNothingRuns(StackState state) {
        assertThat(state.processes().values()).allSatisfy(process -> assertThat(
                        ProcessHandle.of(process.pid()).filter(ProcessHandle::isAlive))
                .isEmpty());
    }

    private static int exitCode(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("ends within a minute")
                .isTrue();
        return process.exitValue();
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void await(String what, Condition condition) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }
}
