package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The shell script that mvnw and `up` share, fed with JDKs that are only folders.
class FindJdkTest {
    private static final Path SCRIPT = script();

    @TempDir
    private Path home;

    @Test
    void anOldJavaHomeGivesWayToANewerJdkOfThePerson() throws Exception {
        Path old = jdk("old", "17.0.15");
        Path young = jdk(".sdkman/candidates/java/young", "27");
        String found = run(Map.of("JAVA_HOME", old.toString()));
        assertThat(found).doesNotContain(old.toString());
        assertThat(run(Map.of("JAVA_HOME", young.toString()))).isEqualTo(young.toString());
    }

    @Test
    void aJavaWithoutCompilerIsNone() throws Exception {
        Path runtime = jdk("runtime", "25.0.1");
        Files.delete(runtime.resolve("bin/javac"));
        assertThat(run(Map.of("JAVA_HOME", runtime.toString()))).isNotEqualTo(runtime.toString());
    }

    private Path jdk(String name, String version) throws Exception {
        Path jdk = home.resolve(name);
        Files.createDirectories(jdk.resolve("bin"));
        Files.writeString(jdk.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        Files.createFile(
                jdk.resolve("bin/javac"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        return jdk;
    }

    private String run(Map<String, String> environment) throws Exception {
        var builder = new ProcessBuilder("sh", "-c", ". '%s' && printf %%s \"$JAVA_HOME\"".formatted(SCRIPT));
        builder.environment().put("HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static Path script() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".mvn/find-jdk.sh"))) {
            folder = folder.getParent();
        }
        return folder.resolve(".mvn/find-jdk.sh");
    }
}
