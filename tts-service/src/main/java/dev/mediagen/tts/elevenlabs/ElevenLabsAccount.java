package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.Outbound;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.http.OutboundCall;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Slots;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/// Calls ElevenLabs with our key, and passes on how many calls the account takes at once.
@ApplicationScoped
class ElevenLabsAccount {
    static final String NAME = "elevenlabs";
    private static final Logger LOG = Logger.getLogger(ElevenLabsAccount.class);
    private static final String HOME = "https://api.elevenlabs.io";
    private static final Pattern VOICE_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern TRACE = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /// An hour of 48 kHz PCM as base64.
    private static final long LONGEST_ANSWER = 512L << 20;

    private final ElevenLabsConfig config;
    private final Outbound outbound;
    private final Slots slots;

    ElevenLabsAccount(ElevenLabsConfig config, Outbound outbound, Slots slots) {
        this.config = config;
        this.outbound = outbound;
        this.slots = slots;
    }

    Optional<String> missing() {
        return key().isPresent() ? Optional.empty() : Optional.of("ELEVENLABS_API_KEY");
    }

    private Optional<String> key() {
        return config.apiKey().map(String::strip).filter(key -> !key.isEmpty());
    }

    /// Where it is, without what may be secret in it: a stub's results are not the vendor's.
    String setup() {
        var base = uri("");
        return base.getUserInfo() == null ? base.toString() : base.toString().replace(base.getRawUserInfo() + "@", "");
    }

    /// @param path such as `/v1/models`; what it contains is already encoded
    URI uri(String path) {
        var base = config.baseUrl()
                .map(String::strip)
                .filter(url -> !url.isEmpty())
                .orElse(HOME);
        // the documents write the base with the version
        return URI.create(base.replaceFirst("(/v1)?/*$", "") + path);
    }

    /// @throws ProviderException INVALID_REQUEST when the id cannot be part of a path
    URI uri(String before, String voiceId, String after) throws ProviderException {
        if (voiceId == null || !VOICE_ID.matcher(voiceId).matches())
            throw new ProviderException(FailureCode.INVALID_REQUEST, "this is no id of an ElevenLabs voice");
        return uri(before + voiceId + after);
    }

    /// A call that makes audio: what it answers when it succeeds goes into the file.
    OutboundAnswer make(OutboundCall call, Path into) throws ProviderException, InterruptedException {
        return send(call.within(config.timeout()), into);
    }

    /// A call that makes audio: what it answers when it succeeds is handed on while it is made.
    OutboundAnswer make(OutboundCall call, Consumer<byte[]> consumer) throws ProviderException, InterruptedException {
        return observed(outbound.stream(signed(call.within(config.timeout())), consumer));
    }

    /// A call about the account, such as for its voices.
    OutboundAnswer ask(String path, Path into) throws ProviderException, InterruptedException {
        return send(OutboundCall.get(uri(path)).within(Duration.ofSeconds(30)), into);
    }

    private OutboundAnswer send(OutboundCall call, Path into) throws ProviderException, InterruptedException {
        return observed(outbound.download(signed(call), into, LONGEST_ANSWER));
    }

    private OutboundCall signed(OutboundCall call) {
        return call.header("xi-api-key", key().orElse(""));
    }

    private OutboundAnswer observed(OutboundAnswer answer) {
        answer.header("maximum-concurrent-requests")
                .filter(most -> most.matches("[1-9]\\d{0,5}"))
                .ifPresent(most -> slots.limit(NAME, Integer.parseInt(most)));
        if (!answer.ok()) LOG.infof("elevenlabs answered %d, trace %s", answer.status(), id("x-trace-id", answer));
        return answer;
    }

    /// A later call can continue the speech of this one by it; null when there is none.
    static String requestId(OutboundAnswer answer) {
        return id("request-id", answer);
    }

    private static String id(String header, OutboundAnswer answer) {
        return answer.header(header).filter(id -> TRACE.matcher(id).matches()).orElse(null);
    }
}
