package dev.mediagen.gateway.generations.start;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.WeightedStyle;
import dev.mediagen.gateway.api.ProblemException;
import dev.mediagen.gateway.catalog.Styles;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One art style by name, or several with weights.
@Schema(description = "a style name, or [{style, weight}]", examples = "VanGogh")
public record StyleMix(List<WeightedStyle> styles) {
    private static final int MOST = 10;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StyleMix read(JsonNode node) {
        if (node.isTextual()) return new StyleMix(List.of(new WeightedStyle(node.asText(), 1)));
        if (!node.isArray() || node.isEmpty() || node.size() > MOST)
            throw ProblemException.invalid("style", "must be a name or 1 to %d of {style, weight}".formatted(MOST));
        var styles = new ArrayList<WeightedStyle>();
        for (int i = 0; i < node.size(); i++) styles.add(share("style[" + i + "]", node.get(i)));
        return new StyleMix(styles);
    }

    private static WeightedStyle share(String field, JsonNode node) {
        var weight = node.path("weight");
        if (!node.path("style").isTextual()) throw ProblemException.invalid(field + ".style", "must be a string");
        boolean positive = weight.isNumber() && weight.doubleValue() > 0 && weight.doubleValue() <= 1e6;
        if (!weight.isMissingNode() && !positive)
            throw ProblemException.invalid(field + ".weight", "must be a number above 0");
        return new WeightedStyle(node.get("style").asText(), weight.isMissingNode() ? 1 : weight.doubleValue());
    }

    /// Every name in its own spelling.
    StyleMix resolved(Styles known) {
        return new StyleMix(styles.stream()
                .map(share -> new WeightedStyle(known.resolve("style", share.style()), share.weight()))
                .toList());
    }

    @JsonValue
    List<WeightedStyle> json() {
        return styles;
    }
}
