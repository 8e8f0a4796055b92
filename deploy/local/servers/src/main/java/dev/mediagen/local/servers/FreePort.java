package dev.mediagen.local.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// Ports of this machine's loopback address.
public final class FreePort {
    // below the range outgoing connections take theirs from: a killed server must find its port free again
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;

    /// A port nobody listens on at this moment.
    public static int any() {
        return ThreadLocalRandom.current()
                .ints(FIRST, AFTER_LAST)
                .filter(FreePort::isFree)
                .findFirst()
                .orElseThrow();
    }

    private FreePort() {}

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
