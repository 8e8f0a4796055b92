package dev.mediagen.tts.sandbox.sound;

import dev.mediagen.worker.media.Pcm;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/// The sounds that a description names, played together.
///
/// @param seed of everything that is left to chance
record Foley(List<Ingredient> ingredients, long seed) {
    static final int RATE = 44_100;
    private static final double FADE_SECONDS = 0.02;

    static Foley of(String prompt) {
        var words = " " + prompt.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ") + " ";
        var found = new ArrayList<Ingredient>();
        for (var ingredient : Ingredient.values()) {
            if (ingredient.words().stream().anyMatch(word -> words.contains(" " + word))) found.add(ingredient);
        }
        return new Foley(
                found.isEmpty() ? List.of(Ingredient.TEXTURE) : List.copyOf(found),
                words.strip().hashCode());
    }

    /// For people: what was heard in the description.
    String description() {
        return ingredients.stream().map(i -> i.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" and "));
    }

    Pcm play(double seconds) {
        var mix = new float[(int) Math.round(seconds * RATE)];
        for (var ingredient : ingredients) {
            var random = new Random(seed * 31 + ingredient.ordinal());
            var sound = Workshop.loud(ingredient.play(mix.length, random), RATE).samples();
            for (int index = 0; index < mix.length; index++) mix[index] += sound[index];
        }
        fade(mix);
        return Workshop.loud(mix, RATE);
    }

    private static void fade(float[] samples) {
        int length = Math.min(samples.length / 2, (int) (FADE_SECONDS * RATE));
        for (int index = 0; index < length; index++) {
            float gain = index / (float) length;
            samples[index] *= gain;
            samples[samples.length - 1 - index] *= gain;
        }
    }
}
