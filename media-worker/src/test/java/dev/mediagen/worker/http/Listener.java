package dev.mediagen.worker.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;

/// A server of bare sockets, which can misbehave in every way, and knows who called.
final class Listener implements AutoCloseable {
    /// What it does with one connection; closing comes by itself.
    interface Reply {
        void to(Socket caller) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final Reply reply;
    /// Heads of the requests, one for each connection.
    final List<String> heads = new CopyOnWriteArrayList<>();

    Listener(Reply reply) {
        this(ServerSocketFactory.getDefault(), reply);
    }

    Listener(ServerSocketFactory sockets, Reply reply) {
        this.reply = reply;
        try {
            server = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::accept);
    }

    /// Answers everybody with the same bytes.
    static Listener saying(String head, byte[] body) {
        return new Listener(caller -> {
            caller.getOutputStream().write((head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
            caller.getOutputStream().write(body);
        });
    }

    static Listener saying(String head) {
        return saying(head + "\r\nContent-Length: 0", new byte[0]);
    }

    int port() {
        return server.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var caller = server.accept();
                Thread.startVirtualThread(() -> serve(caller));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            heads.add(head(caller));
            reply.to(caller);
            caller.shutdownOutput();
            caller.getInputStream().readAllBytes();
        } catch (IOException e) {
            heads.add("broke: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String head(Socket caller) throws IOException {
        var head = new StringBuilder();
        for (int b = caller.getInputStream().read();
                b >= 0;
                b = caller.getInputStream().read()) {
            head.append((char) b);
            if (head.toString().endsWith("\r\n\r\n")) break;
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
