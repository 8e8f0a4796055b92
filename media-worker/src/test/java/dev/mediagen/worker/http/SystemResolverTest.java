package dev.mediagen.worker.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.resolver.dns.SingletonDnsServerAddressStreamProvider;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SystemResolverTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private final NameServer server = new NameServer();
    private final SystemResolver resolver =
            new SystemResolver(new SingletonDnsServerAddressStreamProvider(server.address()));

    @AfterEach
    void close() {
        resolver.close();
        server.close();
    }

    @Test
    void givesTheAddressesOfAName() throws Exception {
        assertThat(resolver.resolve("pictures.example", LONG)).containsExactly(InetAddress.ofLiteral(NameServer.KNOWN));
    }

    @Test
    void tellsAnUnknownNameFromAnAnswerThatDoesNotCome() {
        assertThatThrownBy(() -> resolver.resolve("nothing.example", LONG)).isInstanceOf(UnknownHostException.class);
        assertThatThrownBy(() -> resolver.resolve("silent.example", Duration.ofMillis(300)))
                .isInstanceOf(TimeoutException.class);
        assertThatThrownBy(() -> resolver.resolve("silent.example", LONG)).isInstanceOf(TimeoutException.class);
    }

    @Test
    @Timeout(30)
    void namesWithoutAnswerKeepNobodyElseWaiting() throws Exception {
        var silent = new ArrayList<Future<?>>();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 300; i++) {
                String host = "silent-%d.example".formatted(i);
                silent.add(callers.submit(() -> resolver.resolve(host, LONG)));
            }
            server.awaitSilence(200);
            assertThat(resolver.resolve("pictures.example", Duration.ofSeconds(1)))
                    .hasSize(1);
            assertThat(silent).noneMatch(Future::isDone);
            callers.shutdownNow();
        }
    }
}
