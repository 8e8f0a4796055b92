package dev.mediagen.gateway.generations.view;

import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Addresses of one generation on this gateway; none for what travels on Kafka.
///
/// @param base null for none
record Urls(URI base, String id) {
    static final Urls NONE = new Urls(null, null);

    boolean wanted() {
        return base != null;
    }

    URI self() {
        return at("api/generations/{id}");
    }

    URI alignment() {
        return at("api/generations/{id}/alignment");
    }

    URI events() {
        return at("api/generations/{id}/events");
    }

    URI cancel() {
        return at("api/generations/{id}/cancel");
    }

    URI retry() {
        return at("api/generations/{id}/retry");
    }

    Map<String, URI> captions(Set<String> formats) {
        if (!wanted() || formats.isEmpty()) return null;
        var captions = new LinkedHashMap<String, URI>();
        for (String format : new TreeSet<>(formats))
            captions.put(format, at("api/generations/{id}/captions." + format));
        return captions;
    }

    private URI at(String path) {
        return wanted() ? UriBuilder.fromUri(base).path(path).build(id) : null;
    }
}
