package dev.mediagen.worker.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkDirsTest {
    @TempDir
    Path root;

    @Test
    void deletesWhatAKilledProcessLeft() throws Exception {
        var process = process();
        Path left = Path.of(process.inputReader().readLine());
        assertThat(left).isDirectoryContaining("glob:**file");
        process.destroyForcibly().waitFor();
        assertThat(left).isDirectoryContaining("glob:**file");

        var next = new WorkDirs(root);
        next.start(null);
        assertThat(left).doesNotExist();
        next.close();
        assertThat(root).isEmptyDirectory();
    }

    @Test
    void leavesWhatLivingProcessesHave() throws Exception {
        var process = process();
        Path theirs = Path.of(process.inputReader().readLine());
        var ours = new WorkDirs(root);
        Path part = ours.make();
        var another = new WorkDirs(root);
        another.start(null);
        assertThat(theirs).exists();
        assertThat(part).exists();
        another.close();
        assertThat(part).exists();
        ours.close();
        assertThat(part).doesNotExist();
        process.destroyForcibly().waitFor();
    }

    @Test
    void givesEachTryItsOwn() throws Exception {
        var dirs = new WorkDirs(root);
        assertThat(List.of(dirs.make(), dirs.make(), dirs.make())).doesNotHaveDuplicates();
        dirs.close();
    }

    private Process process() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        root.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// A process in the middle of a try: says where, and waits to be killed.
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            Path part = new WorkDirs(Path.of(arguments[0])).make();
            Files.writeString(part.resolve("file"), "half a picture");
            new java.io.PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true).println(part);
            new java.util.concurrent.CountDownLatch(1).await();
        }
    }
}
