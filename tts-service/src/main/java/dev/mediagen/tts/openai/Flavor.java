package dev.mediagen.tts.openai;

/// What servers that speak OpenAI's language do differently.
enum Flavor {
    OPENAI("gpt-4o-mini-tts"),
    /// Kokoro-FastAPI: streams unless told otherwise, lists its voices, refuses models it does not know.
    KOKORO("kokoro"),
    SPEACHES("speaches-ai/Kokoro-82M-v1.0-ONNX"),
    LOCALAI("tts-1");

    private final String model;

    Flavor(String model) {
        this.model = model;
    }

    /// The speech model unless another is configured.
    String model() {
        return model;
    }

    /// Where OpenAI has no such field, sending it is an error.
    Boolean stream() {
        return this == KOKORO ? Boolean.FALSE : null;
    }

    boolean takesLanguage() {
        return this == LOCALAI;
    }

    boolean listsVoices() {
        return this == KOKORO;
    }

    /// Whether a listed model speaks: OpenAI lists models of every kind.
    boolean speaks(String modelId) {
        return this != OPENAI || modelId.contains("tts");
    }
}
