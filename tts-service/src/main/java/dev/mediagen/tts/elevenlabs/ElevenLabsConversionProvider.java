package dev.mediagen.tts.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.ConversionProvider;
import dev.mediagen.tts.Sound;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Says a recording again with a voice of ElevenLabs.
@ApplicationScoped
class ElevenLabsConversionProvider implements ConversionProvider {
    private static final String MODEL = "eleven_multilingual_sts_v2";
    private static final double LONGEST = 300;
    private final ElevenLabsConversionApi api;
    private final ElevenLabsCatalogue catalogue;
    private final OutputFormats formats;

    ElevenLabsConversionProvider(ElevenLabsConversionApi api, ElevenLabsCatalogue catalogue, OutputFormats formats) {
        this.api = api;
        this.catalogue = catalogue;
        this.formats = formats;
    }

    @Override
    public String name() {
        return ElevenLabsAccount.NAME;
    }

    @Override
    public Optional<String> missing() {
        return catalogue.missing();
    }

    @Override
    public String setup() {
        return catalogue.setup();
    }

    @Override
    public ProviderCapability capability(int order) {
        return catalogue.capability(Kind.CONVERSION, order, List.of());
    }

    @Override
    public Sound convert(ConversionRequested request, Path source, Voice voice, PartContext context)
            throws ProviderException, InterruptedException {
        requireShort(source);
        var received = context.workDir().resolve("elevenlabs-" + UUID.randomUUID());
        var payload = new ElevenLabsConversionPayload(MODEL, settings());
        var made = formats.first(
                OutputFormat.voice(request.format(), request.quality()),
                format -> api.convert(voice.id(), payload, source, format, received));
        var audio = AudioFile.of(received, made.format(), request.format());
        var warnings = new ArrayList<>(made.warnings());
        if (request.f0Condition())
            warnings.add("elevenlabs: cannot keep the pitch of the recording, f0Condition left out");
        return new Sound(audio.path(), audio.asAsked(), MODEL, null, List.copyOf(warnings));
    }

    private static void requireShort(Path source) throws ProviderException {
        double seconds = seconds(source);
        if (seconds >= LONGEST)
            throw new ProviderException(
                    FailureCode.INVALID_REQUEST,
                    "ElevenLabs converts recordings under 5 minutes, this one has %.0f seconds".formatted(seconds));
    }

    private static double seconds(Path source) throws ProviderException {
        try {
            return AudioCodec.duration(source);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.INVALID_REQUEST, "the recording cannot be decoded", e);
        }
    }

    /// The documents' defaults for speech; a voice's own may have been changed by anybody on the account.
    private static String settings() {
        try {
            return ContractJson.mapper()
                    .writeValueAsString(new ElevenLabsSpeechPayload.VoiceSettings(0.5, 0.75, 0.0, null, null));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
