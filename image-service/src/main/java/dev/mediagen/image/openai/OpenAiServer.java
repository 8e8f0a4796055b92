package dev.mediagen.image.openai;

import dev.mediagen.worker.http.OutboundCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/// Where the server is and how it knows us.
@ApplicationScoped
class OpenAiServer {
    private final OpenAiConfig config;

    OpenAiServer(OpenAiConfig config) {
        this.config = config;
    }

    Flavor flavor() {
        return config.flavor();
    }

    /// The setting without which nothing can be asked.
    Optional<String> missing() {
        boolean own = !OpenAiConfig.OFFICIAL.equals(base());
        return own || config.apiKey().isPresent() ? Optional.empty() : Optional.of("OPENAI_API_KEY");
    }

    OutboundCall post(String path) {
        var call = OutboundCall.post(URI.create(base() + path));
        config.apiKey().ifPresent(key -> call.header("Authorization", "Bearer " + key));
        return call;
    }

    /// Whether an address is on the server itself: same scheme, host and port.
    boolean serves(URI address) {
        var server = URI.create(base());
        return server.getScheme().equalsIgnoreCase(address.getScheme())
                && server.getHost().equalsIgnoreCase(address.getHost())
                && server.getPort() == address.getPort();
    }

    /// Without a slash at its end.
    String base() {
        return config.baseUrl().strip().replaceAll("/+$", "");
    }
}
