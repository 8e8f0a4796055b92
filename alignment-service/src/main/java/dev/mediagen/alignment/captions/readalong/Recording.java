package dev.mediagen.alignment.captions.readalong;

import java.nio.file.Path;

/// The audio of a narration.
public record Recording(Path file, String mediaType) {}
