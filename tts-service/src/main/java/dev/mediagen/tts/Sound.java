package dev.mediagen.tts;

import java.nio.file.Path;
import java.util.List;

/// Audio that is not the speaking of a text.
///
/// @param audio in the format and quality that were asked for, or in another that can be decoded
/// @param asAsked whether the audio has the format and quality that were asked for and need not be encoded again
/// @param modelId the provider's model, or null
/// @param keepUnder prefix of the kept key where the documents fix one (`seedvc-outputs/`), else null
/// @param warnings what was done differently from what was asked, for people
public record Sound(Path audio, boolean asAsked, String modelId, String keepUnder, List<String> warnings) {}
