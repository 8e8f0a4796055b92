package dev.mediagen.gateway.generations.view;

import java.time.Instant;

/// An image prompt.
public record PromptResult(String prompt, Metadata metadata) implements GenerationView.Result {
    public record Metadata(String style, Instant timestamp, String version) {}
}
