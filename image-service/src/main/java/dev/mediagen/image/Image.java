package dev.mediagen.image;

import java.nio.file.Path;
import java.util.List;

/// A picture that a provider made.
///
/// @param file webp, png or jpg of any size; what differs from the request is put right afterwards
/// @param seed the seed that was used, a decimal integer as text: sent again, it gives the same picture; or null
/// @param requestId the provider's own id of the call, or null
/// @param warnings what was done differently from what was asked, for people
public record Image(Path file, String seed, String requestId, List<String> warnings) {}
