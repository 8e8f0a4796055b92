package dev.mediagen.gateway;

import dev.mediagen.contracts.AlignedSentence;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.contracts.AlignmentMethod;
import dev.mediagen.contracts.AlignmentProduced;
import dev.mediagen.contracts.AssetStored;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.CapabilitiesAnnounced;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.ConversionProduced;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.GenerationFailed;
import dev.mediagen.contracts.GenerationProgressed;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageProduced;
import dev.mediagen.contracts.KeptObject;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.Produced;
import dev.mediagen.contracts.PromptProduced;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SoundEffectProduced;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.SpokenAlignment;
import dev.mediagen.contracts.SpokenAlignment.Range;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.events.EventPublisher;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/// Says over the real broker what workers and storage say, and keeps what storage keeps in the real store.
@ApplicationScoped
class Workers {
    private static final List<Voice> SELF_HOSTED =
            List.of(new Voice("andreas", "andreas", "Standard"), new Voice("woman", "woman", "Standard"));
    private static final List<Voice> ACCOUNT = List.of(
            new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard"),
            new Voice("Grandpa", "NOpBlnGInO9m6vDvFkFC", "Standard", true),
            new Voice("Our narrator", "Xq3iLpXGm5lXvk5eyv7Q", "Account"));

    private final EventPublisher publisher;
    private final S3Client s3;
    private final String bucket;

    Workers(EventPublisher publisher, S3Client s3, @ConfigProperty(name = "media.bucket") String bucket) {
        this.publisher = publisher;
        this.s3 = s3;
        this.bucket = bucket;
    }

    void announce() {
        var voices = List.of(
                new Voice("Aria", "fO844Om1VZLpw8IpZj3T", "Custom"),
                new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard"),
                new Voice("LavenderLessons", null, "Custom"),
                new Voice("woman", "woman", "Standard"));
        var models = List.of(new SpeechModel("eleven_multilingual_v2", 10_000));
        var formats = List.of("mp3", "wav");
        var speech = new ProviderCapability("sandbox", Kind.SPEECH, true, 0, voices, models, formats, List.of());
        var conversion =
                new ProviderCapability("sandbox", Kind.CONVERSION, true, 0, voices, List.of(), formats, List.of());
        var effects = effects("sandbox", true, 0, 0.5, 20);
        var styles = List.of("VanGogh", "Monet");
        var prompt = new ProviderCapability("template", Kind.PROMPT, true, 0, List.of(), List.of(), List.of(), styles);
        var image =
                new ProviderCapability("sandbox", Kind.IMAGE, true, 0, List.of(), List.of(), List.of("png"), List.of());
        publisher.publish(
                "tts-service",
                new CapabilitiesAnnounced(
                        "tts-service",
                        List.of(
                                speech,
                                unconfigured("elevenlabs", Kind.SPEECH, ACCOUNT),
                                unconfigured("styletts2", Kind.SPEECH, SELF_HOSTED),
                                conversion,
                                new ProviderCapability(
                                        "seedvc",
                                        Kind.CONVERSION,
                                        true,
                                        -1,
                                        SELF_HOSTED,
                                        List.of(),
                                        List.of("mp3"),
                                        List.of()),
                                effects,
                                effects("make-an-audio", false, -1, 10, 10))));
        publisher.publish("image-service", new CapabilitiesAnnounced("image-service", List.of(prompt, image)));
    }

    private static ProviderCapability unconfigured(String provider, Kind kind, List<Voice> voices) {
        return new ProviderCapability(provider, kind, false, -1, voices, List.of(), List.of("mp3"), List.of());
    }

    private static ProviderCapability effects(
            String provider, boolean configured, int order, double shortest, double longest) {
        return new ProviderCapability(
                provider,
                Kind.SOUND_EFFECT,
                configured,
                order,
                List.of(),
                List.of(),
                List.of("mp3"),
                List.of(),
                shortest,
                longest);
    }

    void progressed(String id, Part part, int progress) {
        publisher.publish(id, new GenerationProgressed(id, part, 1, 1, progress, false, "sandbox", "working"));
    }

    void failed(String id, Part part, FailureCode code) {
        publisher.publish(id, new GenerationFailed(id, part, 1, 1, code, "it did not work", "sandbox", false));
    }

    void madePrompt(String id) {
        var made = new PromptProduced("rockets, thick brushwork", "VanGogh", Instant.now(), "vangogh@1");
        publisher.publish(id, completion(id, Part.PROMPT, null, Map.of(), made));
    }

    void storedAudio(String id) {
        var made = new SpeechProduced(
                2.0,
                "fO844Om1VZLpw8IpZj3T",
                "Aria",
                "eleven_multilingual_v2",
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                new StagedAsset("staging/timings.json", "application/json", 2, "00"));
        stored(id, Part.AUDIO, "audio/mpeg", "ID3-not-really".getBytes(), Map.of(), made);
    }

    void storedConversion(String id) {
        var made = new ConversionProduced(
                3.5, "CwhRBWXzGAHq8TQ4Fs17", "Roger", "sandbox-1", AudioFormat.MP3, AudioQuality.MEDIUM);
        stored(id, Part.AUDIO, "audio/mpeg", "ID3-not-really".getBytes(), Map.of(), made);
    }

    void storedSoundEffect(String id) {
        var made = new SoundEffectProduced(10, "rain on a tent", null, AudioFormat.WAV, AudioQuality.HIGH);
        stored(id, Part.AUDIO, "audio/wav", "RIFF".getBytes(), Map.of(), made);
    }

    void storedImage(String id) {
        var made = new ImageProduced(1024, 768, "17454220438242315174", "flux-dev", "a boat", "req-1", ImageFormat.PNG);
        stored(id, Part.IMAGE, "image/png", "0123456789".getBytes(), Map.of(), made);
    }

    void storedImageFromCache(String id) {
        var made = new ImageProduced(1024, 768, null, "flux-dev", "a boat", null, ImageFormat.PNG);
        var kept = keep(id, Part.IMAGE, "image/png", "0123456789".getBytes());
        var staged = new StagedAsset("cache/" + id, "image/png", 10, "00");
        var completion = new GenerationCompleted(
                id, Part.IMAGE, "acme", 1, 1, staged, Map.of(), made, "sandbox", false, true, true, List.of(), null);
        publisher.publish(
                id, new AssetStored(id, Part.IMAGE, "acme", id + "-image", kept, Map.of(), Instant.now(), completion));
    }

    /// By somebody who takes no seed and gives no id.
    void storedPlainImage(String id) {
        var made = new ImageProduced(1024, 768, null, "flux-dev", "a boat", null, ImageFormat.PNG);
        stored(id, Part.IMAGE, "image/png", "0123456789".getBytes(), Map.of(), made);
    }

    void storedAlignment(String id, String text) throws IOException {
        var characters = text.codePoints().mapToObj(Character::toString).toList();
        var times = java.util.stream.IntStream.range(0, characters.size())
                .mapToObj(i -> i / 10.0)
                .toList();
        var whole = new SpokenAlignment.Counterpart(new Range(0, characters.size()), new Range(0, 5));
        var alignment = new Alignment(
                text,
                new CharacterTimings(characters, times, times),
                List.of(new AlignedWord(text, 0, 1, 0.9, true)),
                AlignmentMethod.PROVIDER,
                0.99,
                2,
                List.of(),
                List.of(new AlignedSentence(text, 0, 1)),
                new SpokenAlignment("Hello", new CharacterTimings(characters, times, times), List.of(whole)));
        var vtt = keep(id, Part.ALIGNMENT, "text/vtt", "WEBVTT\n".getBytes());
        var epub = keep(id, Part.ALIGNMENT, "application/epub+zip", "PK-not-really".getBytes());
        var made = new AlignmentProduced(AlignmentMethod.PROVIDER, 0.99, 2);
        stored(
                id,
                Part.ALIGNMENT,
                "application/json",
                ContractJson.mapper().writeValueAsBytes(alignment),
                Map.of("vtt", vtt, "epub", epub),
                made);
    }

    private void stored(
            String id, Part part, String type, byte[] bytes, Map<String, KeptObject> renditions, Produced made) {
        var kept = keep(id, part, type, bytes);
        var staged = new StagedAsset("staging/" + id, type, bytes.length, "00");
        publisher.publish(
                id,
                new AssetStored(
                        id,
                        part,
                        "acme",
                        id + "-" + part.json(),
                        kept,
                        renditions,
                        Instant.now(),
                        completion(id, part, staged, Map.of(), made)));
    }

    private KeptObject keep(String id, Part part, String type, byte[] bytes) {
        if (s3.listBuckets().buckets().stream().noneMatch(b -> b.name().equals(bucket)))
            s3.createBucket(b -> b.bucket(bucket));
        String key = "t/acme/%s/%s.%s".formatted(part.json(), id, type.substring(type.indexOf('/') + 1));
        s3.putObject(b -> b.bucket(bucket).key(key).contentType(type), RequestBody.fromBytes(bytes));
        return new KeptObject(key, type, bytes.length, "00" + part);
    }

    private static GenerationCompleted completion(
            String id, Part part, StagedAsset staged, Map<String, StagedAsset> renditions, Produced made) {
        return new GenerationCompleted(
                id,
                part,
                "acme",
                1,
                1,
                staged,
                renditions,
                made,
                "sandbox",
                false,
                false,
                true,
                List.of("sandbox"),
                null);
    }
}
