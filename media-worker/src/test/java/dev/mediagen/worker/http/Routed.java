package dev.mediagen.worker.http;

import dev.mediagen.worker.parts.ProviderException;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The real thing on a network where one public address is a server of this machine.
final class Routed extends Outbound {
    static final String PUBLIC = "93.184.216.34";
    private final int port;
    /// Where it connected to, as it believes.
    final List<String> connected = new CopyOnWriteArrayList<>();

    /// @param port of the server on this machine
    Routed(Vertx vertx, HttpClientOptions options, int port) {
        super(vertx, options);
        this.port = port;
    }

    @Override
    public OutboundAnswer download(OutboundCall call, Path target, long most)
            throws ProviderException, InterruptedException {
        return super.download(route(call), target, most);
    }

    @Override
    OutboundAnswer glance(OutboundCall call, int most) throws ProviderException, InterruptedException {
        return super.glance(route(call), most);
    }

    private OutboundCall route(OutboundCall call) {
        String address = call.server().orElseThrow().hostAddress();
        connected.add(address);
        return address.equals(PUBLIC) ? call.via(SocketAddress.inetSocketAddress(port, "127.0.0.1")) : call;
    }
}
