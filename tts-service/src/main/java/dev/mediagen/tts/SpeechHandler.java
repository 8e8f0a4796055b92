package dev.mediagen.tts;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.Fallback;
import dev.mediagen.worker.providers.ProviderOrder;
import dev.mediagen.worker.providers.Served;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Serves `speech-requested`.
@ApplicationScoped
class SpeechHandler implements PartHandler<SpeechRequested> {
    private static final Logger LOG = Logger.getLogger(SpeechHandler.class);
    private static final int BUFFER = 16 * 1024;
    private final ProviderOrder<SpeechProvider> order;
    private final Fallback fallback;
    private final Speaker speaker;
    private final SoundCache cache;
    private final Listeners listeners;

    @Inject
    SpeechHandler(
            @Any Instance<SpeechProvider> providers,
            ProvidersConfig config,
            Fallback fallback,
            Speaker speaker,
            SoundCache cache,
            Listeners listeners) {
        this(
                new ProviderOrder<>("media.providers.speech", providers.stream().toList(), config.speech()),
                fallback,
                speaker,
                cache,
                listeners);
    }

    SpeechHandler(
            ProviderOrder<SpeechProvider> order,
            Fallback fallback,
            Speaker speaker,
            SoundCache cache,
            Listeners listeners) {
        this.listeners = listeners;
        this.order = order;
        this.fallback = fallback;
        this.speaker = speaker;
        this.cache = cache;
    }

    @Override
    public Class<SpeechRequested> requestType() {
        return SpeechRequested.class;
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return order.capabilities();
    }

    @Override
    public PartResult make(SpeechRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var live = listeners.take(request.generationId());
        try {
            var result = make(request, context, live);
            // from the cache, or of a provider that does not stream
            if (live.isOpen() && live.written() == 0) send(context.fetch(result.staged()), live);
            live.end();
            return result;
        } finally {
            live.cut();
        }
    }

    private PartResult make(SpeechRequested request, PartContext context, LiveAudio live)
            throws ProviderException, InterruptedException {
        var text = context.text(request.text());
        context.progress(10, "speaking");
        var candidates = order.candidates(request.provider(), request.service());
        var speaking = new Speaking(request, text, context, live);
        return cache.speech(speaking, candidates, () -> {
            var served = fallback.serve(candidates, provider -> {
                // what was heard before cannot be taken back
                if (live.written() > 0) live.cut();
                return speaker.speak(provider, speaking);
            });
            return result(served, request, context);
        });
    }

    private static void send(Path audio, LiveAudio live) {
        var buffer = new byte[BUFFER];
        try (var in = Files.newInputStream(audio)) {
            for (int count = in.read(buffer); count >= 0 && live.isOpen(); count = in.read(buffer))
                live.write(Arrays.copyOf(buffer, count));
        } catch (IOException e) {
            // the speech itself is kept
            LOG.warnf("live audio is cut: %s", e.toString());
            live.cut();
        }
    }

    private static PartResult result(Served<Spoken> served, SpeechRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var spoken = served.made();
        context.progress(80, "spoken");
        var format = request.format();
        var audio = context.stage(spoken.audio(), format.extension(), format.mediaType());
        var timings = request.alignment() && spoken.timings() != null ? stageTimings(spoken, context) : null;
        context.progress(95, "staged");
        var produced = new SpeechProduced(
                spoken.duration(),
                spoken.voice().id(),
                spoken.voice().name(),
                spoken.modelId() == null ? request.modelId() : spoken.modelId(),
                format,
                request.quality(),
                timings);
        var warnings = Stream.concat(served.warnings().stream(), spoken.warnings().stream());
        return new PartResult(
                audio,
                Map.of(),
                produced,
                served.provider(),
                served.fallback(),
                false,
                true,
                warnings.toList(),
                spoken.keepUnder());
    }

    private static StagedAsset stageTimings(Spoken spoken, PartContext context)
            throws ProviderException, InterruptedException {
        var file = context.workDir().resolve("timings.json");
        try {
            ContractJson.mapper().writeValue(file.toFile(), spoken.timings());
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the timings could not be written", e);
        }
        return context.stage(file, "json", "application/json");
    }
}
