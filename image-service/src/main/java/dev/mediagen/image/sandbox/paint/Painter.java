package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.ArtStyle;
import dev.mediagen.image.sandbox.scene.Scene;
import java.util.SplittableRandom;

/// Paints what it sees in the manner of one style.
public interface Painter {
    /// @param reference the picture to repaint; looks like the scene unless somebody else's picture is transformed
    /// @param scene for what the reference does not tell: palette, lights, chance
    /// @param detail 1 is usual, less is looser and quicker
    void paint(Canvas canvas, Reference reference, Scene scene, double detail);

    /// @param style null for the abstract
    static Painter of(ArtStyle style) {
        if (style == null) return new AbstractionPainter();
        return switch (style) {
            case VAN_GOGH -> new VanGoghPainter();
            case PICASSO -> new PicassoPainter();
            case DA_VINCI -> new DaVinciPainter();
            case MONET -> new MonetPainter();
            case REMBRANDT -> new RembrandtPainter();
            case DALI -> new DaliPainter();
            case POLLOCK -> new PollockPainter();
            case HOKUSAI -> new HokusaiPainter();
            case KANDINSKY -> new KandinskyPainter();
            case KLIMT -> new KlimtPainter();
        };
    }

    /// Chance that is the same whenever the scene is.
    static SplittableRandom chance(Scene scene) {
        return new SplittableRandom(Noise.mix(scene.composition().seed() + 1));
    }

    /// Covers the canvas with the reference as it is.
    static void ground(Canvas canvas, Reference reference) {
        for (int y = 0; y < canvas.height; y++) {
            for (int x = 0; x < canvas.width; x++) {
                canvas.rgb[y * canvas.width + x] = reference.at((x + 0.5) / canvas.width, (y + 0.5) / canvas.height);
            }
        }
    }
}
