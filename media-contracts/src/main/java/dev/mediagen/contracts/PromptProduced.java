package dev.mediagen.contracts;

import java.time.Instant;

/// An image prompt; it has no asset.
///
/// @param version template and model that made it, enough to make it again
public record PromptProduced(String prompt, String style, Instant timestamp, String version) implements Produced {}
