package dev.mediagen.local.servers;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/// Whether a server answers in its own protocol; an open port is not enough for Kafka.
public final class ServerAnswers {
    private static final int TIMEOUT_MS = 2_000;
    private static final short API_VERSIONS = 18;

    private ServerAnswers() {}

    /// Whether the server of this [Launch] (`kafka`, `mongo`, `s3` or `keycloak`) is ready to serve.
    public static boolean isReady(String name, int port) {
        return switch (name) {
            case "kafka" -> kafka(port);
            case "mongo" -> answers(port, socket -> {});
            case "s3" -> s3(port);
            case Keycloak.NAME -> keycloak(port);
            default -> throw new IllegalArgumentException(name + " is none of kafka, mongo, s3 and keycloak");
        };
    }

    private static boolean kafka(int port) {
        return answers(port, socket -> {
            var out = new DataOutputStream(socket.getOutputStream());
            out.writeInt(10); // the rest: API key, version, correlation id, no client id
            out.writeShort(API_VERSIONS);
            out.writeShort(0);
            out.writeInt(1);
            out.writeShort(-1);
            out.flush();
            new DataInputStream(socket.getInputStream()).readInt();
        });
    }

    private static boolean s3(int port) {
        return answers(port, socket -> {
            var request = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().readNBytes(5).length < 5) {
                throw new IOException("closed without an answer");
            }
        });
    }

    /// Its port is open before its realm is there.
    private static boolean keycloak(int port) {
        return answers(port, socket -> {
            var request = "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
                    .formatted(URI.create(Keycloak.issuer(port)).getPath());
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            if (!status.endsWith(" 200")) {
                throw new IOException("answered " + status);
            }
        });
    }

    private interface Conversation {
        void hold(Socket socket) throws IOException;
    }

    private static boolean answers(int port, Conversation conversation) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MS);
            socket.setSoTimeout(TIMEOUT_MS);
            conversation.hold(socket);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
