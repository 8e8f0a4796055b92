package dev.mediagen.image.prompt;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.image.ArtStyle;
import dev.mediagen.worker.parts.ProviderException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// The styles of a prompt, strongest first, their shares summing to 1.
public record StyleMix(List<Share> shares) {
    public record Share(ArtStyle style, double weight) {
        public long percent() {
            return Math.round(weight * 100);
        }
    }

    /// Adds up what is named twice.
    ///
    /// @throws ProviderException INVALID_REQUEST on an unknown style, a weight that is not above 0, or no style
    public static StyleMix of(List<WeightedStyle> styles) throws ProviderException {
        if (styles == null || styles.isEmpty()) throw invalid("style is missing");
        var weights = new EnumMap<ArtStyle, Double>(ArtStyle.class);
        for (WeightedStyle weighted : styles) {
            ArtStyle style = weighted.style() == null
                    ? null
                    : ArtStyle.named(weighted.style()).orElse(null);
            if (style == null) throw invalid("unknown style; known are " + String.join(", ", ArtStyle.labels()));
            if (!(weighted.weight() > 0) || Double.isInfinite(weighted.weight()))
                throw invalid("weight must be above 0");
            weights.merge(style, weighted.weight(), Double::sum);
        }
        // the largest first: a sum of huge weights must not overflow
        double largest = weights.values().stream().max(Double::compare).orElseThrow();
        double total = weights.values().stream()
                .mapToDouble(weight -> weight / largest)
                .sum();
        return new StyleMix(weights.entrySet().stream()
                .map(entry -> new Share(entry.getKey(), entry.getValue() / largest / total))
                .sorted(Comparator.comparingDouble(Share::weight).reversed())
                .toList());
    }

    ArtStyle first() {
        return shares.getFirst().style();
    }

    /// The style that has a say in the next thing to decide: the mix is dealt out by weight.
    ///
    /// @param decision 0 for the first of [PromptTemplate]'s clauses, and so on
    /// @param decisions how many there are
    ArtStyle deciding(int decision, int decisions) {
        double at = (decision + 0.5) / decisions;
        for (Share share : shares) {
            at -= share.weight();
            if (at < 0) return share.style();
        }
        return shares.getLast().style();
    }

    /// `VanGogh`, or `VanGogh 70% + Monet 30%`.
    String label() {
        if (shares.size() == 1) return first().label();
        return shares.stream()
                .map(share -> share.style().label() + " " + share.percent() + "%")
                .collect(Collectors.joining(" + "));
    }

    /// `vangogh`, or `vangogh+monet`.
    public String id() {
        return shares.stream()
                .map(share -> share.style().label().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining("+"));
    }

    /// Whom the prompt invokes.
    public String artists() {
        if (shares.size() == 1) return "in the style of " + first().artist();
        return "in a blend of "
                + shares.stream()
                        .map(share -> share.percent() + "% " + share.style().artist())
                        .collect(Collectors.joining(" and "));
    }

    private static ProviderException invalid(String message) {
        return new ProviderException(FailureCode.INVALID_REQUEST, message);
    }
}
