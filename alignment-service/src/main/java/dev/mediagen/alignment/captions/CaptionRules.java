package dev.mediagen.alignment.captions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// What makes captions readable; the defaults follow Netflix' timed text style guide.
@ConfigMapping(prefix = "media.captions")
interface CaptionRules {
    /// Columns of a line: a grapheme cluster takes one, a wide East Asian one takes two.
    @WithDefault("42")
    int lineLength();

    /// Lines of a cue.
    @WithDefault("2")
    int lines();

    /// The shortest a cue stays, where the next one leaves the time.
    @WithDefault("PT0.833S")
    Duration shortest();

    /// The longest a cue stays.
    @WithDefault("PT7S")
    Duration longest();

    /// How long a cue stays after its last word, where the next one leaves the time: twelve frames at 24 a second.
    @WithDefault("PT0.5S")
    Duration linger();

    /// The eye sees two cues only with a hole between them: two frames at 24 a second.
    @WithDefault("PT0.083S")
    Duration gap();

    /// Reading speed that is kept where the speaker allows it.
    @WithDefault("17")
    double charactersPerSecond();
}
