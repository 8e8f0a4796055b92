package dev.mediagen.tts.seedvc;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.ConversionProvider;
import dev.mediagen.tts.Sound;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Converts voices with a Seed-VC server of our own. It reads the recording from our bucket itself.
@ApplicationScoped
class SeedVcConversionProvider implements ConversionProvider {
    static final String NAME = "seedvc";
    private static final List<Voice> VOICES = Stream.of("andreas", "woman", "trump")
            .map(v -> new Voice(v, v, "Standard"))
            .toList();
    private final SeedVcConversionApi api;

    SeedVcConversionProvider(SeedVcConversionApi api) {
        this.api = api;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return api.missing();
    }

    @Override
    public String setup() {
        return api.setup();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                NAME, Kind.CONVERSION, missing().isEmpty(), order, VOICES, List.of(), formats, List.of());
    }

    @Override
    public Sound convert(ConversionRequested request, Path source, Voice voice, PartContext context)
            throws ProviderException, InterruptedException {
        // a copy of the bytes that were checked: whoever may write to the upload could have changed it since
        var recording = context.stage(
                source, extension(request.source()), request.source().mediaType());
        var audio = api.convert(recording, voice.id(), context);
        var warnings = request.f0Condition()
                ? List.of(NAME + ": has no f0Condition; the pitch of the recording is not kept")
                : List.<String>of();
        return new Sound(audio, false, null, SeedVcConversionApi.OUTPUTS, warnings);
    }

    /// The server tells formats by it.
    private static String extension(StagedAsset recording) {
        String key = recording.key();
        return key.substring(key.lastIndexOf('.') + 1);
    }
}
