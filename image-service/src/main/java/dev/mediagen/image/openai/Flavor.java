package dev.mediagen.image.openai;

/// Which server speaks OpenAI's language.
enum Flavor {
    OPENAI,
    /// Speaks only.
    KOKORO,
    /// Speaks only.
    SPEACHES,
    /// Paints in any size, with steps, a seed and `prompt|negative prompt`; filters nothing.
    LOCALAI;

    boolean paints() {
        return this == OPENAI || this == LOCALAI;
    }

    boolean chats() {
        return paints();
    }
}
