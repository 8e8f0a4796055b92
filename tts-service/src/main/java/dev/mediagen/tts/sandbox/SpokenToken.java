package dev.mediagen.tts.sandbox;

/// When a piece of the source text is heard.
///
/// @param start index of its first code unit in the source text
/// @param end index after its last
/// @param bounds seconds at which its sounds begin, and at which the last one ends
record SpokenToken(int start, int end, double[] bounds) {
    double begin() {
        return bounds[0];
    }

    double finish() {
        return bounds[bounds.length - 1];
    }

    /// @param share 0..1 of its characters; characters share the sounds evenly
    double at(double share) {
        double place = share * (bounds.length - 1);
        int sound = Math.min((int) place, bounds.length - 2);
        return bounds[sound] + (place - sound) * (bounds[sound + 1] - bounds[sound]);
    }
}
