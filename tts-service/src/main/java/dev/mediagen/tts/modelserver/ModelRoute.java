package dev.mediagen.tts.modelserver;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/// The way to one model server.
///
/// @param server name of the provider, for people
/// @param setting environment variable of its base URL
/// @param outputs prefix of the keys it writes in our bucket, such as `styletts2-output/`
public record ModelRoute(String server, String setting, String outputs, ModelServerConfig config) {
    private static final String KEY_SETTING = "BACKEND_API_KEY";
    // the server answers nobody else while it computes, so a shorter limit would only give up healthy servers
    private static final Duration SHORTEST_LIMIT = Duration.ofSeconds(60);

    /// @throws IllegalArgumentException when the configured limit is too short
    public static ModelRoute of(String server, String setting, String outputs, ModelServerConfig config) {
        if (config.limit().compareTo(SHORTEST_LIMIT) < 0)
            throw new IllegalArgumentException("media.%s.limit is shorter than %s".formatted(server, SHORTEST_LIMIT));
        return new ModelRoute(server, setting, outputs, config);
    }

    /// The setting it cannot do without and does not have.
    public Optional<String> missing() {
        if (config.apiRoute().filter(ModelRoute::isHttp).isEmpty()) return Optional.of(setting);
        return config.apiKey().isEmpty() ? Optional.of(KEY_SETTING) : Optional.empty();
    }

    /// Where it is, without what may be secret in it: what another server makes is another result.
    public String setup() {
        return config.apiRoute()
                .map(uri -> uri.getRawUserInfo() == null
                        ? uri.toString()
                        : uri.toString().replace(uri.getRawUserInfo() + "@", ""))
                .orElse("");
    }

    URI to(String path) {
        return URI.create(base().toString().replaceAll("/+$", "") + path);
    }

    URI base() {
        return config.apiRoute().orElseThrow();
    }

    /// Capital B: the servers refuse `bearer`.
    String authorization() {
        return "Bearer " + config.apiKey().orElseThrow();
    }

    Duration limit() {
        return config.limit();
    }

    static boolean isHttp(URI uri) {
        return uri.getHost() != null
                && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
    }

    /// Without the key.
    @Override
    public String toString() {
        return server + " at " + config.apiRoute().map(URI::getHost).orElse("nowhere");
    }
}
