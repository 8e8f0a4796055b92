package dev.mediagen.local.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchTest {
    @Test
    void theShellGivesTheProgramExactlyItsWordsAndVariables() throws Exception {
        var script = "printf '%s|' \"$GREETING\" \"$@\"";
        var launch = new Launch(
                "echo",
                1,
                Map.of("GREETING", "it's $HOME"),
                List.of("sh", "-c", script, "sh", "a b", "*", "\"quoted\""),
                Path.of("log"));
        Process process = new ProcessBuilder("sh", "-c", launch.shellLine()).start();
        assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("it's $HOME|a b|*|\"quoted\"|");
    }

    @Test
    void aCommandWithoutVariablesStartsWithItsProgram() {
        var launch = new Launch("java", 1, Map.of(), List.of("/jdk/bin/java", "-Xmx1m"), Path.of("log"));
        assertThat(launch.shellLine()).isEqualTo("/jdk/bin/java -Xmx1m");
    }
}
