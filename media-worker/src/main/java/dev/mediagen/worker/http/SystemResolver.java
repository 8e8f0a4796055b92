package dev.mediagen.worker.http;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.resolver.ResolvedAddressTypes;
import io.netty.resolver.dns.DnsNameResolver;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import io.netty.resolver.dns.DnsNameResolverTimeoutException;
import io.netty.resolver.dns.DnsServerAddressStreamProvider;
import io.netty.resolver.dns.DnsServerAddressStreamProviders;
import io.netty.resolver.dns.NoopDnsCache;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the name servers that this machine is set up with, and its hosts file. A question holds no thread while it
/// waits: names whose servers never answer keep nobody else waiting, however many there are.
@ApplicationScoped
class SystemResolver implements NameResolver {
    /// For one question to one server; there are several until the caller's time is over.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final NioEventLoopGroup loop = new NioEventLoopGroup(1);
    private final DnsNameResolver names;

    @Inject
    SystemResolver() {
        this(DnsServerAddressStreamProviders.platformDefault());
    }

    SystemResolver(DnsServerAddressStreamProvider servers) {
        names = new DnsNameResolverBuilder(loop.next())
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class)
                .nameServerProvider(servers)
                .resolvedAddressTypes(ResolvedAddressTypes.IPV4_PREFERRED)
                .queryTimeoutMillis(PATIENCE.toMillis())
                .resolveCache(NoopDnsCache.INSTANCE)
                .build();
    }

    @PreDestroy
    void close() {
        names.close();
        loop.shutdownGracefully();
    }

    @Override
    public List<InetAddress> resolve(String host, Duration within)
            throws UnknownHostException, TimeoutException, InterruptedException {
        var answer = names.resolveAll(host);
        try {
            return List.copyOf(answer.get(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (timedOut(e)) throw new TimeoutException(host);
            var unknown = new UnknownHostException(host);
            unknown.initCause(e);
            throw unknown;
        } finally {
            answer.cancel(true);
        }
    }

    private static boolean timedOut(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof DnsNameResolverTimeoutException) return true;
        return false;
    }
}
