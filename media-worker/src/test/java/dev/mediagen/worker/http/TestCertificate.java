package dev.mediagen.worker.http;

import io.vertx.core.net.JksOptions;
import java.io.FileInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.StandardConstants;

/// A server certificate for one name, which signs itself.
final class TestCertificate {
    private static final String WORD = "changeit";
    private final Path store;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    TestCertificate(Path directory, String name) throws Exception {
        store = directory.resolve("certificate.jks");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        var made = new ProcessBuilder(
                        keytool.toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-storetype",
                        "JKS",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=test",
                        "-ext",
                        "san=dns:" + name,
                        "-storepass",
                        WORD,
                        "-keypass",
                        WORD,
                        "-keystore",
                        store.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (made.waitFor() != 0) throw new IllegalStateException(said);
    }

    JksOptions trust() {
        return new JksOptions().setPath(store.toString()).setPassword(WORD);
    }

    /// Names of the servers that callers asked for (SNI).
    List<String> namesAsked() {
        return asked;
    }

    ServerSocketFactory sockets() throws Exception {
        var keys = KeyStore.getInstance("JKS");
        try (var in = new FileInputStream(store.toFile())) {
            keys.load(in, WORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, WORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return new Noting(context.getServerSocketFactory());
    }

    private final class Noting extends ServerSocketFactory {
        private final ServerSocketFactory plain;

        Noting(ServerSocketFactory plain) {
            this.plain = plain;
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
            var socket = (SSLServerSocket) plain.createServerSocket(port, backlog, address);
            var parameters = socket.getSSLParameters();
            parameters.setSNIMatchers(List.of(new SNIMatcher(StandardConstants.SNI_HOST_NAME) {
                @Override
                public boolean matches(SNIServerName name) {
                    asked.add(new SNIHostName(name.getEncoded()).getAsciiName());
                    return true;
                }
            }));
            socket.setSSLParameters(parameters);
            return socket;
        }

        @Override
        public ServerSocket createServerSocket(int port) throws IOException {
            throw new UnsupportedOperationException();
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) throws IOException {
            throw new UnsupportedOperationException();
        }
    }
}
