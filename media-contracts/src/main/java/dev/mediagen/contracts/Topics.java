package dev.mediagen.contracts;

import java.util.List;

/// Every message has a topic of its own, named after its record.
public final class Topics {
    /// All records that travel, in the order of a generation.
    public static final List<Class<? extends Record>> MESSAGES = List.of(
            CapabilitiesAnnounced.class,
            PromptRequested.class,
            ImageRequested.class,
            SpeechRequested.class,
            ConversionRequested.class,
            SoundEffectRequested.class,
            AlignmentRequested.class,
            GenerationProgressed.class,
            GenerationCompleted.class,
            GenerationFailed.class,
            AssetStored.class,
            GenerationCancelled.class,
            GenerationUpdated.class,
            DeadLetter.class);

    private Topics() {}

    /// `SpeechRequested` -> `speech-requested`.
    public static String of(Class<?> message) {
        if (message == DeadLetter.class) return DeadLetter.TOPIC;
        return message.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
    }

    /// CloudEvents type of a message: its topic and the version of its shape.
    public static String type(Class<?> message) {
        return of(message) + ".v1";
    }
}
