package dev.mediagen.alignment.forced;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.forced.espeak.EspeakPronouncers;
import dev.mediagen.alignment.forced.mary.MaryPronouncer;
import java.util.List;

/// The forced aligner without a container.
public final class ForcedAligners {
    /// Cares for nothing.
    public static final AudioAligner.Listener SILENT = new AudioAligner.Listener() {
        @Override
        public void progress(int percent) {}

        @Override
        public void warning(String warning) {}
    };

    private ForcedAligners() {}

    /// With the voices the system properties name: `espeak.command`, else the one for English.
    public static AudioAligner configured() {
        return of(EspeakPronouncers.configured(), new MaryPronouncer());
    }

    public static AudioAligner of(Pronouncer... pronouncers) {
        return new ForcedAligner(List.of(pronouncers));
    }
}
