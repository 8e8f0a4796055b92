package dev.mediagen.tts.sandbox.sound;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.ConversionProvider;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.Voices;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Says a recording again higher or lower, without a key and without a network: every voice has a pitch of its own.
/// With `f0Condition` the pitch stays, and the voice is only brighter or darker.
@ApplicationScoped
class SandboxConversionProvider implements ConversionProvider {
    private static final String NAME = "sandbox";
    private static final int RATE = 44_100;
    private static final double LONGEST = 300;
    /// Those of Seed-VC, which it stands in for.
    private static final List<Voice> SEED_VC = List.of(
            new Voice("andreas", "andreas", "Standard"),
            new Voice("woman", "woman", "Standard"),
            new Voice("trump", "trump", "Standard"));

    private static final double[] PITCHES = {1.25, 0.8, 1.35, 0.74, 1.15, 0.88, 1.45};

    private final List<Voice> voices;
    private final Workshop workshop;

    SandboxConversionProvider(Voices configured, Workshop workshop) {
        this.voices = Stream.concat(configured.all().stream(), SEED_VC.stream()).toList();
        this.workshop = workshop;
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
        return new ProviderCapability(NAME, Kind.CONVERSION, true, order, voices, List.of(), formats, List.of());
    }

    @Override
    public Sound convert(ConversionRequested request, Path source, Voice voice, PartContext context)
            throws ProviderException, InterruptedException {
        var file = context.workDir().resolve("converted." + request.format().extension());
        requireShort(source);
        workshop.compute(() -> {
            var said = say(source, voice, request.f0Condition());
            Workshop.encode(said, request.format(), request.quality(), file);
            return file;
        });
        return new Sound(
                file,
                true,
                "sandbox-pitch",
                null,
                List.of("sandbox: the recording with another pitch, not another voice; made for trying out"));
    }

    private Pcm say(Path source, Voice voice, boolean keepPitch) throws ProviderException {
        double pitch = pitch(voice);
        var samples = decode(source);
        if (keepPitch) return Workshop.loud(tilt(samples, pitch > 1), RATE);
        return Workshop.loud(PitchShift.shift(samples, RATE, pitch), RATE);
    }

    /// What is decoded whole must fit into memory.
    private static void requireShort(Path source) throws ProviderException {
        try {
            if (AudioCodec.duration(source) > LONGEST)
                throw new ProviderException(
                        FailureCode.INVALID_REQUEST, "the sandbox converts recordings of up to 5 minutes");
        } catch (MediaException e) {
            throw undecodable(e);
        }
    }

    private static float[] decode(Path source) throws ProviderException {
        try {
            return AudioCodec.decode(source, RATE).samples();
        } catch (MediaException e) {
            throw undecodable(e);
        }
    }

    private static ProviderException undecodable(MediaException e) {
        return new ProviderException(FailureCode.INVALID_REQUEST, "the recording cannot be decoded", e);
    }

    private double pitch(Voice voice) {
        int place = voices.stream().map(Voice::id).toList().indexOf(voice.id());
        return PITCHES[Math.floorMod(place >= 0 ? place : voice.id().hashCode(), PITCHES.length)];
    }

    /// More treble, or less.
    private static float[] tilt(float[] samples, boolean brighter) {
        var tilted = new float[samples.length];
        float slow = 0;
        for (int index = 0; index < samples.length; index++) {
            slow += 0.12f * (samples[index] - slow);
            tilted[index] = brighter ? samples[index] - 0.6f * slow : slow;
        }
        return tilted;
    }
}
