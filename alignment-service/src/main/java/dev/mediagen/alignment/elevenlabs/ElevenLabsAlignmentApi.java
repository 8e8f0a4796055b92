package dev.mediagen.alignment.elevenlabs;

import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Slots;
import io.vertx.ext.web.multipart.MultipartForm;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// `/v1/forced-alignment`.
@ApplicationScoped
class ElevenLabsAlignmentApi {
    static final String ACCOUNT = "elevenlabs";
    private static final Logger LOG = Logger.getLogger(ElevenLabsAlignmentApi.class);
    private static final String HOME = "https://api.elevenlabs.io";
    private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /// About 100 bytes for each character of the longest text, and as much again for its words.
    private static final long LONGEST_ANSWER = 128L << 20;

    private final ElevenLabsAlignmentConfig config;
    private final Outbound outbound;
    private final Slots slots;

    ElevenLabsAlignmentApi(ElevenLabsAlignmentConfig config, Outbound outbound, Slots slots) {
        this.config = config;
        this.outbound = outbound;
        this.slots = slots;
    }

    Optional<String> key() {
        return config.apiKey().map(String::strip).filter(key -> !key.isEmpty());
    }

    /// @param into takes the JSON with the times
    /// @throws ProviderException also for every answer that is no success
    void align(String text, Path recording, Path into) throws ProviderException, InterruptedException {
        // the server looks at the content; its name and type would only tell where it came from
        var form = MultipartForm.create()
                .attribute("text", text)
                .binaryFileUpload("file", "recording", recording.toString(), "application/octet-stream");
        var call = OutboundCall.post(uri())
                .header("xi-api-key", key().orElse(""))
                .form(form)
                .within(config.timeout());
        var answer = outbound.download(call, into, LONGEST_ANSWER);
        observe(answer);
        if (!answer.ok()) throw Refusal.of(answer).exception();
    }

    private URI uri() {
        var base = config.baseUrl()
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .orElse(HOME);
        // the documents write the base with the version
        return URI.create(base.replaceFirst("(/v1)?/*$", "") + "/v1/forced-alignment");
    }

    /// How many calls the account takes at once, it says itself.
    private void observe(OutboundAnswer answer) {
        answer.header("maximum-concurrent-requests")
                .filter(most -> most.matches("[1-9]\\d{0,5}"))
                .ifPresent(most -> slots.limit(ACCOUNT, Integer.parseInt(most)));
        var trace = answer.header("x-trace-id").filter(id -> TRACE.matcher(id).matches());
        if (!answer.ok()) LOG.infof("elevenlabs answered %d, trace %s", answer.status(), trace.orElse("none"));
    }
}
