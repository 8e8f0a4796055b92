package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.contracts.Voice;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Requests for tests.
public final class Requests {
    public static final Voices VOICES = new Voices(
            List.of(
                    new Voice("Aria", "fO844Om1VZLpw8IpZj3T", "Custom"),
                    new Voice("LavenderLessons", null, "Custom"),
                    new Voice("Roger", "CwhRBWXzGAHq8TQ4Fs17", "Standard")),
            Map.of());

    private Requests() {}

    public static SpeechRequested speech(String text, String voice, double speed, AudioFormat format) {
        return speech(text, voice, speed, format, null);
    }

    public static SpeechRequested speech(String text, String voice, double speed, AudioFormat format, String provider) {
        return new SpeechRequested(
                "g1",
                "t1",
                "u1",
                Instant.parse("2030-01-01T00:00:00Z"),
                new TextContent(text, null),
                voice,
                "eleven_multilingual_v2",
                0.5,
                0.75,
                0,
                speed,
                null,
                null,
                null,
                format,
                AudioQuality.MEDIUM,
                true,
                true,
                provider,
                null,
                null);
    }
}
