package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.util.List;

/// Reads a text aloud and says when which sound of which word is heard: the reference a recording is compared with.
/// The voice need not resemble the one in the recording.
public interface Pronouncer {
    /// Whether it can read this language now.
    ///
    /// @param languageCode ISO 639-1
    boolean speaks(String languageCode);

    /// Reads sentence by sentence, so that an hour of speech is never in memory whole.
    ///
    /// @throws IOException when it cannot read the text after all
    void read(SourceText text, String languageCode, Listener listener) throws IOException, InterruptedException;

    /// Takes what is read.
    interface Listener {
        /// @param speech one sentence
        /// @param phones its sounds in order, without pauses; words never go back, and some may have no sound
        void sentence(Pcm speech, List<Phone> phones) throws InterruptedException;
    }
}
