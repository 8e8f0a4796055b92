package dev.mediagen.image.prompt;

import java.util.List;

/// A written image prompt.
///
/// @param text one line; what is longer than asked for is cut afterwards
/// @param version what wrote it: the template, and the model where there is one
/// @param warnings what was done differently from what was asked, for people
public record Prompt(String text, String version, List<String> warnings) {}
