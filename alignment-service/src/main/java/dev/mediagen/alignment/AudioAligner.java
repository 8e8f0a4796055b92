package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.worker.media.Pcm;

/// Finds the times of a text in an audio that came without usable timings. A forced aligner takes its place here and
/// answers with the method `FORCED`.
public interface AudioAligner {
    /// @param audio 16 kHz mono
    /// @param activity of `audio`
    /// @param languageCode ISO 639-1, or null
    /// @return times of every cluster, whatever the audio holds; how good they are stands in their confidence
    TimedClusters align(SourceText text, Pcm audio, SpeechActivity activity, String languageCode);
}
