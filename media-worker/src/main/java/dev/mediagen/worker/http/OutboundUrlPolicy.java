package dev.mediagen.worker.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/// Which URLs given by users may be called: https to a public address, and nothing that two parsers could read
/// differently.
@ApplicationScoped
public class OutboundUrlPolicy {
    static final String ADDRESS = "address not allowed";
    private static final int MAX_LENGTH = 2048;
    private static final int MAX_NAME = 253;
    private static final Pattern PRINTABLE = Pattern.compile("[!-~]+");
    private static final Pattern QUAD = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final Pattern PADDED = Pattern.compile("(.*\\.)?0[0-9].*");
    /// Names that mean something only here (RFC 6761, 6762, 8375, 9476), and those of clouds and clusters.
    private static final List<String> LOCAL =
            List.of(".localhost", ".local", ".internal", ".intranet", ".lan", ".home.arpa", ".onion", ".alt", ".svc");

    private final Rules rules;
    private final NameResolver resolver;

    private record Rules(Set<Integer> ports, boolean anyPort, boolean http, boolean anyAddress) {}

    @Inject
    OutboundUrlPolicy(OutboundConfig config, NameResolver resolver) {
        this(new Rules(config.ports(), false, config.allowHttp(), config.allowPrivate()), resolver);
    }

    private OutboundUrlPolicy(Rules rules, NameResolver resolver) {
        this.rules = rules;
        this.resolver = resolver;
    }

    /// The same ports, and otherwise strict whatever is set for fetches; or, for servers of one's own, open to http,
    /// any port and addresses that are not public.
    public OutboundUrlPolicy apart(boolean open) {
        return new OutboundUrlPolicy(new Rules(rules.ports(), open, open, open), resolver);
    }

    /// What can be said about a URL without asking anybody: its form, and its address when that is written in it.
    ///
    /// @return why it is refused, for people; empty when it may be tried
    public Optional<String> check(String url) {
        try {
            parse(url);
            return Optional.empty();
        } catch (RefusedUrlException e) {
            return Optional.of(e.getMessage());
        }
    }

    /// @return the URL without its fragment, safe to resolve
    URI parse(String url) throws RefusedUrlException {
        require(url != null && !url.isEmpty() && url.length() <= MAX_LENGTH, "not a URL of 1.." + MAX_LENGTH);
        require(PRINTABLE.matcher(url).matches(), "not a URL of ASCII characters");
        URI uri = uri(url);
        require("https".equalsIgnoreCase(uri.getScheme()) || rules.http() && http(uri), "not https");
        require(uri.getHost() != null, "no proper host");
        require(uri.getRawUserInfo() == null, "user name not allowed");
        require(allowed(uri), "port not allowed");
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        Optional<InetAddress> literal = literal(host);
        if (literal.isPresent()) requireAllowed(literal.get());
        else requireName(host);
        return uri;
    }

    /// Where a URL leads now. Connect to these and do not resolve again: the next answer may differ.
    ///
    /// @param uri from [#parse]
    /// @throws RefusedUrlException when any of the addresses is not allowed: such a name is not meant for us;
    /// passing when the name servers do not answer in time
    List<InetAddress> addresses(URI uri, Duration within) throws RefusedUrlException, InterruptedException {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        var literal = literal(host);
        if (literal.isPresent()) return List.of(literal.get());
        try {
            var all = resolver.resolve(host, within);
            for (InetAddress address : all) requireAllowed(address);
            require(!all.isEmpty(), ADDRESS);
            return all;
        } catch (TimeoutException e) {
            throw RefusedUrlException.passing("its name could not be looked up in time", e);
        } catch (UnknownHostException e) {
            // the same words as for a private address, so that nobody can ask for the names in our network
            throw new RefusedUrlException(ADDRESS, e);
        }
    }

    private boolean allowed(URI uri) {
        int port = port(uri);
        return rules.anyPort() || rules.ports().contains(port) || rules.http() && http(uri) && port == 80;
    }

    static int port(URI uri) {
        return uri.getPort() != -1 ? uri.getPort() : http(uri) ? 80 : 443;
    }

    private static boolean http(URI uri) {
        return "http".equalsIgnoreCase(uri.getScheme());
    }

    private static URI uri(String url) throws RefusedUrlException {
        try {
            URI uri = new URI(url);
            int fragment = url.indexOf('#');
            return fragment < 0 ? uri : new URI(url.substring(0, fragment));
        } catch (URISyntaxException e) {
            throw new RefusedUrlException("not a URL", e);
        }
    }

    /// Only the usual way to write an address is taken: others read `0177.0.0.1` in two ways.
    private static Optional<InetAddress> literal(String host) throws RefusedUrlException {
        boolean six = host.startsWith("[");
        if (!six && !QUAD.matcher(host).matches()) return Optional.empty();
        require(!host.contains("%") && !(!six && PADDED.matcher(host).matches()), ADDRESS);
        try {
            return Optional.of(InetAddress.ofLiteral(six ? host.substring(1, host.length() - 1) : host));
        } catch (IllegalArgumentException e) {
            throw new RefusedUrlException(ADDRESS, e);
        }
    }

    private void requireName(String host) throws RefusedUrlException {
        // others read 2130706433 and 0x7f000001 as addresses
        char last = host.charAt(host.lastIndexOf('.', host.length() - 2) + 1);
        require(host.length() <= MAX_NAME && !host.endsWith(".") && Character.isLetter(last), "no proper host");
        if (rules.anyAddress()) return;
        // a name without a dot is completed from the search list of whoever resolves it
        require(host.contains(".") && LOCAL.stream().noneMatch(host::endsWith), ADDRESS);
    }

    private void requireAllowed(InetAddress address) throws RefusedUrlException {
        require(rules.anyAddress() || PublicNetwork.contains(address), ADDRESS);
    }

    private static void require(boolean condition, String reason) throws RefusedUrlException {
        if (!condition) throw new RefusedUrlException(reason);
    }
}
