package dev.mediagen.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path directory;

    @Test
    void aPlaceThatIsNoDirectoryIsNamed() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "not a directory");
        assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
                .isInstanceOf(StackError.class)
                .hasMessageContaining("cannot write to the data directory " + file.resolve("data"));
    }

    @Test
    void credentialsStayTheSameAndPrivate() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            Credentials made = Credentials.in(data);
            assertThat(Credentials.in(data)).isEqualTo(made);
            assertThat(made.bootstrapKeys())
                    .isEqualTo("demo:default:%s,second:default:%s".formatted(made.apiKey(), made.secondApiKey()));
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(directory.resolve("credentials.json"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aPortIsKeptUntilSomebodyElseHasIt() throws Exception {
        try (DataDirectory data = DataDirectory.open(directory)) {
            int port = Ports.in(data).of("kafka");
            assertThat(Ports.in(data).of("kafka")).isEqualTo(port);
            try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(Ports.in(data).of("kafka")).isNotEqualTo(taken.getLocalPort());
            }
        }
    }
}
