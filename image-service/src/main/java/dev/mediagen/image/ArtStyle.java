package dev.mediagen.image;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The art styles of this house and the words each is described with. Prompts are written from these words, and the
/// sandbox recognises a style in a prompt by its artist. The words name no subjects, so that only the headline
/// decides what is in the picture.
public enum ArtStyle {
    VAN_GOGH(
            "VanGogh",
            "Vincent van Gogh",
            "oil on canvas",
            "thick impasto laid down in swirling, rhythmic strokes",
            "cobalt and ultramarine against chrome yellow, with flashes of emerald",
            "a restless composition that turns around the lights",
            "vibrating light with glowing halos"),
    PICASSO(
            "Picasso",
            "Pablo Picasso",
            "oil on canvas",
            "flat planes broken into facets and bound by strong dark contours",
            "ochre, umber and slate blue with accents of brick red",
            "a cubist composition seen from several sides at once",
            "hard light that changes from facet to facet"),
    DA_VINCI(
            "DaVinci",
            "Leonardo da Vinci",
            "silverpoint and brown ink on aged parchment",
            "soft sfumato over fine hatching, with construction lines left visible",
            "sepia, raw umber and ivory",
            "golden-section geometry and deep aerial perspective",
            "diffuse light that melts every edge"),
    MONET(
            "Monet",
            "Claude Monet",
            "oil on canvas, painted outdoors",
            "short broken dabs of pure colour",
            "lilac, rose and willow green with touches of warm peach",
            "an airy composition of surfaces and reflections",
            "shimmering light of one fleeting hour"),
    REMBRANDT(
            "Rembrandt",
            "Rembrandt van Rijn",
            "oil on dark ground",
            "thin glazes in the shadows and loaded impasto in the lights",
            "golden ochre, amber and deep brown with a note of crimson",
            "a calm composition gathered around one bright centre",
            "chiaroscuro, a warm beam falling into deep darkness"),
    DALI(
            "Dali",
            "Salvador Dalí",
            "oil on panel",
            "smooth, precise modelling without visible strokes",
            "pale gold and turquoise with burnt sienna",
            "melting forms on a boundless plain under a far horizon",
            "low clear light and very long shadows"),
    POLLOCK(
            "Pollock",
            "Jackson Pollock",
            "enamel on unprimed canvas",
            "dripped and flung paint in dense interlacing layers",
            "black, white and silver with cadmium yellow and teal",
            "an all-over composition without a centre",
            "even light on glossy skeins of paint"),
    HOKUSAI(
            "Hokusai",
            "Katsushika Hokusai",
            "woodblock print on mulberry paper",
            "crisp key-block outlines around flat colour with soft bokashi gradation",
            "Prussian blue, indigo and cream with pale vermilion",
            "a bold asymmetric composition with a low viewpoint",
            "clear even light without cast shadows"),
    KANDINSKY(
            "Kandinsky",
            "Wassily Kandinsky",
            "oil on canvas",
            "ruled lines, circles and arcs over softly stained colour",
            "vermilion, ultramarine and lemon yellow on warm white",
            "an abstract composition of counterpoised geometric forms",
            "inner light glowing through overlapping colours"),
    KLIMT(
            "Klimt",
            "Gustav Klimt",
            "oil and gold leaf on canvas",
            "mosaic ornament of spirals, eyes and small tiles",
            "burnished gold, black and bronze with jewels of teal and carnelian",
            "a flat decorative composition with rich borders",
            "the even glimmer of gold");

    private final String label;
    private final String artist;
    private final String medium;
    private final String brushwork;
    private final String palette;
    private final String composition;
    private final String light;
    private final Pattern mention;

    ArtStyle(
            String label,
            String artist,
            String medium,
            String brushwork,
            String palette,
            String composition,
            String light) {
        this.label = label;
        this.artist = artist;
        this.medium = medium;
        this.brushwork = brushwork;
        this.palette = palette;
        this.composition = composition;
        this.light = light;
        // a word of its own: monetary policy is not by Monet
        String spaced = label.replaceAll("(?<=[a-z])(?=[A-Z])", "\\\\W?");
        this.mention = Pattern.compile("(?<!\\p{L})" + spaced + "(?!\\p{L})", Pattern.CASE_INSENSITIVE);
    }

    /// The style of that name, whatever its case, accents and spaces: `VanGogh`, `van gogh`, `Vincent van Gogh`.
    public static Optional<ArtStyle> named(String name) {
        String plain = plain(name);
        return Arrays.stream(values())
                .filter(style -> style.names().anyMatch(plain::equals))
                .findFirst();
    }

    /// The style whose artist a text speaks of; the one named first where there are several.
    public static Optional<ArtStyle> mentionedIn(String text) {
        String bare = bare(text);
        return Arrays.stream(values())
                .filter(style -> style.position(bare) >= 0)
                .min(Comparator.comparingInt(style -> style.position(bare)));
    }

    /// Canonical names, as answered to callers.
    public static List<String> labels() {
        return Arrays.stream(values()).map(ArtStyle::label).toList();
    }

    private int position(String text) {
        var matcher = mention.matcher(text);
        return matcher.find() ? matcher.start() : -1;
    }

    private Stream<String> names() {
        return Stream.of(plain(label), plain(artist));
    }

    private static String plain(String text) {
        return bare(text).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static String bare(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    /// Canonical name, such as `VanGogh`.
    public String label() {
        return label;
    }

    public String artist() {
        return artist;
    }

    public String medium() {
        return medium;
    }

    public String brushwork() {
        return brushwork;
    }

    public String palette() {
        return palette;
    }

    public String composition() {
        return composition;
    }

    public String light() {
        return light;
    }
}
