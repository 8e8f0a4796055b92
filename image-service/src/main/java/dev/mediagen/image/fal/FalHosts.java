package dev.mediagen.image.fal;

import dev.mediagen.image.fal.FalImagePayload.Submitted;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// Which of the URLs that fal's answers name are followed. Those of jobs are called with our key.
@ApplicationScoped
class FalHosts {
    private static final Logger LOG = Logger.getLogger(FalHosts.class);
    private final URI queue;
    private final Set<String> mediaHosts = new HashSet<>();
    private final Set<URI> bases;

    FalHosts(FalImageConfig config) {
        queue = config.queueUrl();
        bases = Set.of(queue, config.syncUrl());
        config.mediaHosts().ifPresent(hosts -> hosts.forEach(host -> mediaHosts.add(host.toLowerCase(Locale.ROOT))));
    }

    /// URL of the queue, without a slash at its end.
    String base() {
        return queue.toString().replaceAll("/+$", "");
    }

    /// The URLs that a job has at the configured queue. They name owner and application only, not the model.
    Submitted urls(String requestId) {
        String url = base() + "/fal-ai/flux/requests/" + requestId;
        return new Submitted(requestId, url + "/status", url, url + "/cancel");
    }

    /// What fal answered, without URLs that must not get our key: they are replaced, so that the job is not lost.
    Submitted trusted(Submitted theirs, String requestId) {
        var ours = urls(requestId);
        return new Submitted(
                requestId,
                trusted(theirs.statusUrl(), ours.statusUrl()),
                trusted(theirs.responseUrl(), ours.responseUrl()),
                trusted(theirs.cancelUrl(), ours.cancelUrl()));
    }

    private String trusted(String theirs, String ours) {
        if (ofQueue(theirs).isPresent()) return theirs;
        LOG.warnf("fal named a URL that is none of fal's; %s is used instead", ours);
        return ours;
    }

    /// A URL that may be called with the key.
    Optional<URI> ofQueue(String url) {
        return parse(url).filter(uri -> sameOrigin(uri, queue) || (https(uri) && within(uri, "fal.run", "falrun.com")));
    }

    /// A URL that a picture may be fetched from, without the key.
    Optional<URI> ofMedia(String url) {
        return parse(url)
                .filter(uri -> (https(uri) && (within(uri, "fal.media") || mediaHosts.contains(host(uri))))
                        || bases.stream().anyMatch(base -> sameHost(uri, base)));
    }

    private static Optional<URI> parse(String url) {
        try {
            return Optional.ofNullable(url)
                    .map(URI::create)
                    .filter(uri -> uri.getHost() != null && uri.getScheme() != null && uri.getUserInfo() == null);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean sameOrigin(URI uri, URI base) {
        return sameHost(uri, base) && port(uri) == port(base);
    }

    private static boolean sameHost(URI uri, URI base) {
        return uri.getScheme().equalsIgnoreCase(base.getScheme()) && host(uri).equals(host(base));
    }

    private static boolean https(URI uri) {
        return uri.getScheme().equalsIgnoreCase("https") && port(uri) == 443;
    }

    private static boolean within(URI uri, String... domains) {
        String host = host(uri);
        for (String domain : domains) if (host.equals(domain) || host.endsWith("." + domain)) return true;
        return false;
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        if (uri.getPort() != -1) return uri.getPort();
        return uri.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }
}
