package dev.mediagen.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Ports of this machine's loopback address.
public final class FreePort {
    private FreePort() {}

    /// A port nobody listens on at this moment.
    public static int any() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// Whether a server could listen on `port` of the loopback address and of all addresses.
    public static boolean isFree(int port) {
        return canBind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                && canBind(new InetSocketAddress(port));
    }

    private static boolean canBind(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    static void require(String server, int port) {
        if (!isFree(port)) {
            throw new IllegalStateException("%s cannot start: port %d is taken".formatted(server, port));
        }
    }
}
