package dev.mediagen.tts.sandbox.sound;

import java.util.Random;

/// Single events in a sound.
final class Strokes {
    private Strokes() {}

    interface Stroke {
        /// @param chance 0..1, another one each time
        void play(float[] out, int at, double chance);
    }

    /// Here and there.
    ///
    /// @param perSecond on average
    static void scatter(float[] out, double perSecond, Random random, Stroke stroke) {
        int strokes = Math.max(1, (int) (perSecond * out.length / Foley.RATE));
        for (int count = 0; count < strokes; count++) stroke.play(out, random.nextInt(out.length), random.nextDouble());
    }

    /// Again and again, the first at once.
    static void repeat(float[] out, double everySeconds, Random random, Stroke stroke) {
        for (double at = 0.02 * Foley.RATE; at < out.length; at += everySeconds * Foley.RATE)
            stroke.play(out, (int) at, random.nextDouble());
    }

    /// A tone that dies away.
    ///
    /// @param seconds until it is at a third
    static void ring(float[] out, int at, double hertz, double seconds, double loudness) {
        int length = Math.min(out.length - at, (int) (5 * seconds * Foley.RATE));
        for (int index = 0; index < length; index++) {
            double time = index / (double) Foley.RATE;
            out[at + index] += (float) (loudness * Math.exp(-time / seconds) * Math.sin(2 * Math.PI * hertz * time));
        }
    }

    /// A dull blow.
    static void knock(float[] out, int at, double seconds, double loudness, Random random) {
        int length = Math.min(out.length - at, (int) (6 * seconds * Foley.RATE));
        double low = 0;
        for (int index = 0; index < length; index++) {
            low += 0.3 * (random.nextDouble() * 2 - 1 - low);
            out[at + index] += (float) (loudness * Math.exp(-index / (seconds * Foley.RATE)) * low);
        }
    }

    /// A tone that rises and falls.
    static void chirp(float[] out, int at, double hertz, double seconds) {
        int length = Math.min(out.length - at, (int) (seconds * Foley.RATE));
        double turn = 0;
        for (int index = 0; index < length; index++) {
            double part = index / (seconds * Foley.RATE);
            turn += 2 * Math.PI * hertz * (1 + 0.25 * Math.sin(Math.PI * part)) / Foley.RATE;
            out[at + index] += (float) (Math.sin(Math.PI * part) * Math.sin(turn));
        }
    }
}
