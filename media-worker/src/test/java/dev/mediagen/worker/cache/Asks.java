package dev.mediagen.worker.cache;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageMode;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.contracts.ProviderVoice;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.TextContent;
import java.time.Instant;
import java.util.List;

/// Requests with everything in them.
final class Asks {
    private static final Instant DEADLINE = Instant.parse("2030-01-01T00:00:00Z");
    private static final StagedAsset SOURCE = new StagedAsset("uploads/a.wav", "audio/wav", 3, "0a1b");
    private static final List<ProviderVoice> OWN = List.of(new ProviderVoice("elevenlabs", "v1"));

    private Asks() {}

    static SpeechRequested speech(String tenant, String generationId, String text) {
        return new SpeechRequested(
                generationId,
                tenant,
                "ann",
                DEADLINE,
                new TextContent(text, null),
                "Aria",
                "m",
                0.5,
                0.75,
                0,
                1,
                true,
                "en",
                "7",
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                true,
                true,
                "elevenlabs",
                "styletts2",
                OWN);
    }

    static ConversionRequested conversion() {
        return new ConversionRequested(
                "g1",
                "acme",
                "ann",
                DEADLINE,
                SOURCE,
                "Aria",
                true,
                AudioFormat.WAV,
                AudioQuality.LOW,
                true,
                "p",
                "s",
                OWN);
    }

    static SoundEffectRequested soundEffect() {
        return new SoundEffectRequested(
                "g1", "acme", "ann", DEADLINE, "rain", 4, AudioFormat.WAV, AudioQuality.LOW, true, "p", "s");
    }

    static ImageRequested image(String tenant, String generationId, String prompt) {
        return new ImageRequested(
                generationId,
                tenant,
                "ann",
                DEADLINE,
                ImageMode.STANDARD,
                prompt,
                "no text",
                1024,
                768,
                28,
                "42",
                3.5,
                true,
                0.75,
                SOURCE,
                "Monet",
                ImageFormat.PNG,
                true,
                "fal",
                "https://example.org/a.png");
    }
}
