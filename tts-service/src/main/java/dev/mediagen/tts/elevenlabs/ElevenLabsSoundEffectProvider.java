package dev.mediagen.tts.elevenlabs;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.SoundEffectProvider;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Makes sounds with ElevenLabs.
@ApplicationScoped
class ElevenLabsSoundEffectProvider implements SoundEffectProvider {
    private static final String MODEL = "eleven_text_to_sound_v2";
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 30;
    private final ElevenLabsSoundEffectApi api;
    private final ElevenLabsAccount account;
    private final OutputFormats formats;

    ElevenLabsSoundEffectProvider(ElevenLabsSoundEffectApi api, ElevenLabsAccount account, OutputFormats formats) {
        this.api = api;
        this.account = account;
        this.formats = formats;
    }

    @Override
    public String name() {
        return ElevenLabsAccount.NAME;
    }

    @Override
    public Optional<String> missing() {
        return account.missing();
    }

    @Override
    public String setup() {
        return account.setup();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                name(),
                Kind.SOUND_EFFECT,
                missing().isEmpty(),
                order,
                List.of(),
                List.of(),
                formats,
                List.of(),
                SHORTEST,
                LONGEST);
    }

    @Override
    public Sound make(SoundEffectRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        double seconds = request.durationSeconds();
        if (!(seconds >= SHORTEST && seconds <= LONGEST))
            throw new ProviderException(
                    FailureCode.INVALID_REQUEST, "ElevenLabs makes sounds of 0.5 to 30 seconds, not " + seconds);
        var received = context.workDir().resolve("elevenlabs-" + UUID.randomUUID());
        var payload = new ElevenLabsSoundEffectPayload(request.prompt(), seconds, MODEL);
        var made = formats.first(
                OutputFormat.effect(request.format(), request.quality()),
                format -> api.generate(payload, format, received));
        var audio = AudioFile.of(received, made.format(), request.format());
        return new Sound(audio.path(), audio.asAsked(), MODEL, null, made.warnings());
    }
}
