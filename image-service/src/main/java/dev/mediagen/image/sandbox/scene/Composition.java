package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.sandbox.paint.Noise;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// What a prompt asks to see, and where it stands. Lengths are shares of the picture's height.
///
/// @param seed of everything that is left to chance
/// @param motifs the first few that the prompt names, or a landscape of chance
/// @param focus where the eye goes, share of the width
/// @param horizon share of the height, from above
/// @param mood hue of the whole, turns of the colour wheel around nothing, -0.5..0.5
public record Composition(long seed, Set<Motif> motifs, boolean night, double focus, double horizon, double mood) {
    private static final int MOTIFS = 4;
    private static final List<Set<Motif>> LANDSCAPES = List.of(
            Set.of(Motif.SUN, Motif.VILLAGE, Motif.FOREST),
            Set.of(Motif.MOON, Motif.VILLAGE, Motif.MOUNTAIN),
            Set.of(Motif.SUN, Motif.SEA, Motif.SHIP),
            Set.of(Motif.SUN, Motif.MOUNTAIN, Motif.FLOWER),
            Set.of(Motif.MOON, Motif.CITY, Motif.SEA),
            Set.of(Motif.SUN, Motif.FOREST, Motif.BIRD));

    /// @param prompt decides the motifs, and with the seed everything else
    public static Composition of(String prompt, long seed) {
        var found = new ArrayList<Motif>();
        for (String word : prompt.split("[^\\p{L}]+")) {
            Motif.of(word).filter(motif -> !found.contains(motif)).ifPresent(found::add);
            if (found.size() == MOTIFS) break;
        }
        long chance = Noise.mix(seed ^ prompt.hashCode());
        var motifs = EnumSet.noneOf(Motif.class);
        motifs.addAll(
                found.isEmpty() ? LANDSCAPES.get((int) Long.remainderUnsigned(chance, LANDSCAPES.size())) : found);
        boolean night = motifs.contains(Motif.MOON) || (motifs.contains(Motif.SPACE) && !motifs.contains(Motif.SUN));
        double focus = (chance >>> 20 & 1) == 0 ? 0.36 : 0.64;
        double horizon = 0.5 + share(chance >>> 8) * 0.14;
        return new Composition(
                chance,
                motifs,
                night,
                focus + (share(chance >>> 32) - 0.5) * 0.12,
                horizon,
                share(chance >>> 40) - 0.5);
    }

    /// With what a style cannot do without: a plain for melting forms, a pond for reflections.
    Composition suiting(ArtStyle style) {
        var suited = EnumSet.copyOf(motifs);
        boolean peopled = has(Motif.PEOPLE) || has(Motif.ROBOT) || has(Motif.ECONOMY) || has(Motif.DESERT);
        if (style == ArtStyle.DALI && !has(Motif.SEA) && !has(Motif.SHIP)) suited.add(Motif.DESERT);
        if (style == ArtStyle.MONET && !peopled) suited.addAll(Set.of(Motif.SEA, Motif.FLOWER));
        double low = style == ArtStyle.DALI ? 0.46 : style == ArtStyle.MONET && !peopled ? 0.42 : horizon;
        return new Composition(seed, suited, night, focus, low, mood);
    }

    public boolean has(Motif motif) {
        return motifs.contains(motif);
    }

    private static double share(long bits) {
        return (bits & 0xFF) / 255.0;
    }
}
