package dev.mediagen.image.sandbox.scene;

import dev.mediagen.image.ArtStyle;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.SplittableRandom;

/// What a painter has before the eyes: the prompt's motifs as a small, plain picture.
///
/// @param style null for the abstract
/// @param aspect width over height
/// @param lights the first is the sun, moon or planet
public record Scene(Composition composition, ArtStyle style, Palette palette, double aspect, List<Light> lights) {
    private static final int LONG_SIDE = 800;

    /// @param style null for the abstract
    public static Scene of(Composition asked, ArtStyle style, double aspect) {
        Composition composition = asked.suiting(style);
        Palette palette = Palette.of(style, composition.night());
        return new Scene(composition, style, palette, aspect, Sky.lights(composition, aspect));
    }

    public BufferedImage draw() {
        int width = (int) Math.clamp(LONG_SIDE * Math.min(1, aspect), 16, LONG_SIDE);
        int height = (int) Math.clamp(LONG_SIDE / Math.max(1, aspect), 16, LONG_SIDE);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.scale(height, height);
        var sketch = new Sketch(pen, aspect, composition, palette, new SplittableRandom(composition.seed()));
        Sky.draw(sketch, lights);
        Land.behind(sketch);
        boolean wet = composition.has(Motif.SEA) || composition.has(Motif.SHIP);
        if (!wet) Land.ground(sketch);
        if (composition.has(Motif.CITY)) Built.city(sketch);
        if (wet) flood(sketch, image);
        if (wet && style == ArtStyle.HOKUSAI) Water.greatWave(sketch);
        inhabit(sketch, wet);
        pen.dispose();
        return image;
    }

    /// Water below the horizon, with what stands above it upside down in it.
    private void flood(Sketch sketch, BufferedImage image) {
        Land.ground(sketch);
        int horizon = (int) (composition.horizon() * image.getHeight());
        int depth = Math.min(image.getHeight() - horizon, horizon);
        Graphics2D mirror = image.createGraphics();
        mirror.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, 0.5f));
        mirror.drawImage(
                image.getSubimage(0, horizon - depth, image.getWidth(), depth),
                0,
                horizon + depth,
                image.getWidth(),
                horizon,
                0,
                0,
                image.getWidth(),
                depth,
                null);
        mirror.dispose();
        Land.ripples(sketch, lights.getFirst());
    }

    private void inhabit(Sketch sketch, boolean wet) {
        double focus = sketch.focus();
        if (composition.has(Motif.VILLAGE)) Built.village(sketch);
        if (!wet && (composition.has(Motif.FOREST) || composition.has(Motif.VILLAGE))) Living.trees(sketch);
        if (composition.has(Motif.FOREST) && composition.night()) Living.cypress(sketch);
        if (style == ArtStyle.DALI) Surreal.draw(sketch);
        if (composition.has(Motif.FLOWER)) {
            if (wet) Water.lilies(sketch);
            else Living.flowers(sketch);
        }
        if (composition.has(Motif.ECONOMY)) Built.columns(sketch);
        if (wet && style != ArtStyle.MONET) Vessels.ship(sketch, aspect - focus, composition.horizon() + 0.05, 0.1);
        if (composition.has(Motif.SHIP)) Vessels.ship(sketch, focus, composition.horizon() + 0.2, 0.32);
        if (composition.has(Motif.SPACE)) Vessels.rocket(sketch);
        if (composition.has(Motif.ROBOT)) Figures.robot(sketch);
        if (composition.has(Motif.PEOPLE)) Figures.people(sketch);
        if (composition.has(Motif.BIRD)) Living.birds(sketch);
    }
}
