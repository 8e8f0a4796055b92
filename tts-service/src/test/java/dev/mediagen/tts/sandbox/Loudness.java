package dev.mediagen.tts.sandbox;

import dev.mediagen.worker.media.Pcm;

/// How loud audio is between two times.
record Loudness(Pcm pcm) {
    /// Root mean square, 0..1.
    double between(double from, double to) {
        int first = (int) (from * pcm.sampleRate());
        int last = Math.min(pcm.samples().length, (int) (to * pcm.sampleRate()));
        double sum = 0;
        for (int index = first; index < last; index++) sum += pcm.samples()[index] * pcm.samples()[index];
        return Math.sqrt(sum / Math.max(1, last - first));
    }
}
