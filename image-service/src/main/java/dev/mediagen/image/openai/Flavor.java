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

    /// Whether it looks at what it makes when it is asked to.
    boolean filters() {
        return this == OPENAI;
    }

    boolean chats() {
        return paints();
    }
}
