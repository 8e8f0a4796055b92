package dev.mediagen.tts.sandbox.sound;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.SoundEffectProvider;
import dev.mediagen.worker.faults.Fault;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Makes sounds out of noise, tones and echoes, without a key and without a network: what the description names, or a
/// texture of its own. The same description and length always give the same sound.
@ApplicationScoped
class SandboxSoundEffectProvider implements SoundEffectProvider {
    private static final String NAME = "sandbox";
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 30;
    private final Workshop workshop;
    private final Faults faults;

    SandboxSoundEffectProvider(Workshop workshop, Faults faults) {
        this.workshop = workshop;
        this.faults = faults;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(
                NAME, Kind.SOUND_EFFECT, true, order, List.of(), List.of(), formats, List.of(), SHORTEST, LONGEST);
    }

    @Override
    public Sound make(SoundEffectRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        var fault = faults.begin(request.generationId(), request.prompt());
        double seconds = Math.clamp(request.durationSeconds(), SHORTEST, LONGEST);
        var file = context.workDir().resolve("effect." + request.format().extension());
        var recipe = workshop.compute(() -> {
            var foley = Foley.of(Fault.without(request.prompt()));
            var pcm = Faults.damage(fault, foley.play(seconds));
            Workshop.encode(pcm, request.format(), request.quality(), file);
            return foley;
        });
        if (fault.filter(Fault::garbled).isPresent()) Faults.damage(fault, file);
        return new Sound(
                file,
                true,
                "sandbox-foley",
                null,
                List.of("sandbox: " + recipe.description() + ", made for trying out"));
    }
}
