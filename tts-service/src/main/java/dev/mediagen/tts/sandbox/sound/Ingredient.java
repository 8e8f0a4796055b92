package dev.mediagen.tts.sandbox.sound;

import java.util.List;
import java.util.Random;

/// One kind of sound, and the words that ask for it.
enum Ingredient {
    RAIN("rain", "shower", "drizzle") {
        @Override
        float[] play(int length, Random random) {
            var sound = Noise.band(length, 1_500, 9_000, random);
            Strokes.scatter(
                    sound, 40, random, (out, at, chance) -> Strokes.ring(out, at, 2_000 + chance * 3_000, 0.01, 2));
            return sound;
        }
    },
    WIND("wind", "storm", "breeze", "blizzard") {
        @Override
        float[] play(int length, Random random) {
            return Noise.swell(Noise.band(length, 150, 900, random), 0.23, 0.8, random);
        }
    },
    WAVES("wave", "ocean", "sea", "surf", "beach") {
        @Override
        float[] play(int length, Random random) {
            return Noise.swell(Noise.band(length, 100, 3_000, random), 0.14, 0.95, random);
        }
    },
    THUNDER("thunder", "explosion", "explod", "boom", "blast") {
        @Override
        float[] play(int length, Random random) {
            var sound = Noise.band(length, 25, 220, random);
            for (int index = 0; index < length; index++) sound[index] *= (float) Math.exp(-1.2 * index / Foley.RATE);
            return sound;
        }
    },
    FIRE("fire", "campfire", "crackl") {
        @Override
        float[] play(int length, Random random) {
            var sound = Noise.band(length, 80, 500, random);
            Strokes.scatter(
                    sound, 14, random, (out, at, chance) -> Strokes.knock(out, at, 0.004, 3 + 3 * chance, random));
            return sound;
        }
    },
    BELL("bell", "chime", "ding", "gong") {
        @Override
        float[] play(int length, Random random) {
            var sound = new float[length];
            Strokes.repeat(sound, 2.4, random, (out, at, chance) -> {
                for (double partial : new double[] {1, 2.0, 2.76, 5.4, 8.9})
                    Strokes.ring(out, at, 520 * partial, 1.4 / partial, 1 / partial);
            });
            return sound;
        }
    },
    KNOCK("knock", "door", "hammer", "hit", "drum") {
        @Override
        float[] play(int length, Random random) {
            var sound = new float[length];
            Strokes.repeat(sound, 0.42, random, (out, at, chance) -> {
                Strokes.knock(out, at, 0.012, 1, random);
                Strokes.ring(out, at, 130 + 20 * chance, 0.06, 1.2);
            });
            return sound;
        }
    },
    STEPS("step", "footstep", "walk", "run") {
        @Override
        float[] play(int length, Random random) {
            var sound = new float[length];
            Strokes.repeat(sound, 0.55, random, (out, at, chance) -> {
                Strokes.knock(out, at, 0.03, 0.8 + 0.3 * chance, random);
                Strokes.knock(out, at + Foley.RATE / 12, 0.02, 0.4, random);
            });
            return sound;
        }
    },
    BIRDS("bird", "chirp", "tweet", "cricket") {
        @Override
        float[] play(int length, Random random) {
            var sound = new float[length];
            Strokes.scatter(
                    sound, 3, random, (out, at, chance) -> Strokes.chirp(out, at, 2_600 + 1_800 * chance, 0.12));
            return sound;
        }
    },
    ENGINE("engine", "car", "motor", "machine", "truck") {
        @Override
        float[] play(int length, Random random) {
            var sound = Noise.band(length, 60, 400, random);
            for (int index = 0; index < length; index++) {
                double turn = 2 * Math.PI * 43 * index / Foley.RATE;
                sound[index] = (float) (0.4 * sound[index] + 0.5 * Math.sin(turn) + 0.3 * Math.sin(2 * turn + 0.4));
            }
            return sound;
        }
    },
    BEEP("beep", "alarm", "siren", "laser", "robot") {
        @Override
        float[] play(int length, Random random) {
            var sound = new float[length];
            Strokes.repeat(sound, 0.6, random, (out, at, chance) -> Strokes.chirp(out, at, 900, 0.3));
            return sound;
        }
    },
    /// For descriptions that name nothing of the above.
    TEXTURE() {
        @Override
        float[] play(int length, Random random) {
            double low = 80 + random.nextInt(600);
            var sound = Noise.swell(Noise.band(length, low, low * 4, random), 0.2 + random.nextDouble(), 0.6, random);
            for (int note = 0; note < 3; note++)
                Strokes.ring(sound, random.nextInt(Math.max(1, length / 2)), low * (2 + note), 1.5, 0.8);
            return sound;
        }
    };

    private final List<String> words;

    Ingredient(String... words) {
        this.words = List.of(words);
    }

    List<String> words() {
        return words;
    }

    /// @return that many samples of any loudness
    abstract float[] play(int length, Random random);
}
