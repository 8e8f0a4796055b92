package dev.mediagen.gateway.catalog;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.gateway.api.ProblemException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Pixels of an image: one of six presets by name, or `{width, height}`.
///
/// @param preset null for a free size
@Schema(description = "a preset name, or {width, height}", examples = "landscape_4_3")
public record ImageSize(String preset, int width, int height) {
    static final int SMALLEST = 64;
    static final int LARGEST = 2048;
    private static final int STEP = 16;

    /// The documents' six (requirement R090).
    public enum Preset {
        SQUARE_HD(1024, 1024, "Square, high resolution"),
        SQUARE(512, 512, "Square"),
        PORTRAIT_4_3(768, 1024, "Portrait 3:4"),
        PORTRAIT_16_9(576, 1024, "Portrait 9:16"),
        LANDSCAPE_4_3(1024, 768, "Landscape 4:3"),
        LANDSCAPE_16_9(1024, 576, "Landscape 16:9");

        final int width;
        final int height;
        final String description;

        Preset(int width, int height, String description) {
            this.width = width;
            this.height = height;
            this.description = description;
        }

        String json() {
            return name().toLowerCase();
        }
    }

    public static final ImageSize DEFAULT = of(Preset.LANDSCAPE_4_3);

    private static ImageSize of(Preset preset) {
        return new ImageSize(preset.json(), preset.width, preset.height);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ImageSize read(JsonNode node) {
        if (node.isTextual()) return named(node.asText());
        if (node.isObject()) return new ImageSize(null, side(node, "width"), side(node, "height"));
        throw ProblemException.invalid("imageSize", "must be a preset name or {width, height}");
    }

    private static ImageSize named(String name) {
        return Arrays.stream(Preset.values())
                .filter(preset -> preset.json().equals(name))
                .findFirst()
                .map(ImageSize::of)
                .orElseThrow(() -> ProblemException.invalid("imageSize", "must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(Preset.values()).map(Preset::json).collect(Collectors.joining(", "));
    }

    private static int side(JsonNode node, String name) {
        var side = node.path(name);
        boolean fits = side.isInt()
                && side.intValue() >= SMALLEST
                && side.intValue() <= LARGEST
                && side.intValue() % STEP == 0;
        if (!fits)
            throw ProblemException.invalid(
                    "imageSize." + name, "must be a multiple of %d from %d to %d".formatted(STEP, SMALLEST, LARGEST));
        return side.intValue();
    }

    @JsonValue
    Object json() {
        return preset != null ? preset : Map.of("width", width, "height", height);
    }
}
