package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import java.nio.file.Path;

/// A text, and a recording of it.
///
/// @param recording the audio file as it was given
/// @param audio its sound
/// @param activity of `audio`
/// @param languageCode ISO 639-1, or null
public record Narration(SourceText text, Path recording, Sound audio, SpeechActivity activity, String languageCode) {}
