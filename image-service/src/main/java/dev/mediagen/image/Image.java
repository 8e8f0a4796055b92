package dev.mediagen.image;

import java.nio.file.Path;
import java.util.List;

/// A picture that a provider made.
///
/// @param file in the format that was asked for
/// @param width pixels
/// @param height pixels
/// @param seed the seed that was used, a decimal integer as text: sent again, it gives the same picture
/// @param requestId the provider's own id of the call
/// @param warnings what was done differently from what was asked, for people
public record Image(Path file, int width, int height, String seed, String requestId, List<String> warnings) {}
