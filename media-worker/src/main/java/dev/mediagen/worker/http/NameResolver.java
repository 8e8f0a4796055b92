package dev.mediagen.worker.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Turns host names into addresses.
interface NameResolver {
    /// All addresses of a host, IPv4 and IPv6.
    ///
    /// @param within how long it may take
    /// @throws UnknownHostException when there is none
    /// @throws TimeoutException when the name servers do not answer in time
    List<InetAddress> resolve(String host, Duration within)
            throws UnknownHostException, TimeoutException, InterruptedException;
}
