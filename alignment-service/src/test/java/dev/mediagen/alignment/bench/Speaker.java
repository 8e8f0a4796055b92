package dev.mediagen.alignment.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A synthesiser that knows when it says what.
interface Speaker {
    /// @param sentence its words stand between single spaces
    /// @param target WAV file that is written
    /// @return times of the words, as many as there are
    List<Spoken> say(String sentence, Path target) throws IOException, InterruptedException;

    /// When a word is heard, seconds; NaN when the synthesiser does not say.
    record Spoken(double start, double end) {}
}
