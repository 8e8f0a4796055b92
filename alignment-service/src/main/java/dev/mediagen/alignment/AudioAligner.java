package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.worker.media.Pcm;
import java.util.Optional;

/// Finds the times of a text in an audio that came without usable timings. They are tried by falling
/// `@Priority`; the last one, which estimates, always answers.
public interface AudioAligner {
    /// @param activity of `audio`
    /// @param languageCode ISO 639-1, or null
    /// @return times of every cluster, how good they are stands in their confidence; empty when this one cannot
    ///   tell
    /// @throws InterruptedException soon after the thread was interrupted
    Optional<TimedClusters> align(
            SourceText text, Sound audio, SpeechActivity activity, String languageCode, Listener listener)
            throws InterruptedException;

    /// The same for sound that is in memory.
    default Optional<TimedClusters> align(
            SourceText text, Pcm audio, SpeechActivity activity, String languageCode, Listener listener)
            throws InterruptedException {
        return align(text, Sound.of(audio), activity, languageCode, listener);
    }

    /// Hears how the work goes.
    interface Listener {
        /// @param percent 0..100 of this aligner's work
        void progress(int percent);

        /// @param warning for people
        void warning(String warning);
    }
}
