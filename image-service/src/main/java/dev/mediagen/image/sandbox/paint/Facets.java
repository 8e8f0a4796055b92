package dev.mediagen.image.sandbox.paint;

import dev.mediagen.image.sandbox.scene.Composition;
import java.awt.geom.Path2D;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The plane cut into convex pieces by straight lines; smaller ones around the focus.
final class Facets {
    private Facets() {}

    static List<Path2D> of(int width, int height, Composition composition, int count, RandomGenerator random) {
        var pieces = new ArrayList<double[]>();
        pieces.add(new double[] {-9, -9, width + 9, -9, width + 9, height + 9, -9, height + 9});
        double focusX = composition.focus() * width;
        double focusY = (composition.horizon() - 0.02) * height;
        for (int tries = 0; pieces.size() < count && tries < count * 4; tries++) {
            double[] piece = pieces.remove(heaviest(pieces, focusX, focusY, height));
            double angle = longest(piece) + 0.33 * random.nextGaussian();
            double cx = center(piece, 0) * 0.85 + 0.15 * focusX + random.nextGaussian() * 0.02 * height;
            double cy = center(piece, 1) * 0.85 + 0.15 * focusY + random.nextGaussian() * 0.02 * height;
            double[] left = cut(piece, cx, cy, Math.cos(angle), Math.sin(angle));
            double[] right = cut(piece, cx, cy, -Math.cos(angle), -Math.sin(angle));
            if (left.length >= 6) pieces.add(left);
            if (right.length >= 6) pieces.add(right);
        }
        return pieces.stream().map(Facets::path).toList();
    }

    private static int heaviest(List<double[]> pieces, double x, double y, double height) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < pieces.size(); i++) {
            double away = Math.hypot(center(pieces.get(i), 0) - x, center(pieces.get(i), 1) - y) / height;
            double weight = area(pieces.get(i)) / (0.12 + away * away);
            if (weight > most) {
                most = weight;
                best = i;
            }
        }
        return best;
    }

    /// The part on one side of a line (Sutherland and Hodgman).
    private static double[] cut(double[] piece, double px, double py, double nx, double ny) {
        var kept = new ArrayList<Double>();
        for (int i = 0; i < piece.length; i += 2) {
            double ax = piece[i];
            double ay = piece[i + 1];
            double bx = piece[(i + 2) % piece.length];
            double by = piece[(i + 3) % piece.length];
            double da = (ax - px) * nx + (ay - py) * ny;
            double db = (bx - px) * nx + (by - py) * ny;
            if (da >= 0) {
                kept.add(ax);
                kept.add(ay);
            }
            if (da >= 0 != db >= 0) {
                kept.add(ax + (bx - ax) * da / (da - db));
                kept.add(ay + (by - ay) * da / (da - db));
            }
        }
        return kept.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /// Direction of the longest diagonal or side; a line across it leaves no slivers.
    private static double longest(double[] piece) {
        double most = 0;
        double angle = 0;
        for (int i = 0; i < piece.length; i += 2) {
            for (int j = i + 2; j < piece.length; j += 2) {
                double length = Math.hypot(piece[j] - piece[i], piece[j + 1] - piece[i + 1]);
                if (length > most) {
                    most = length;
                    angle = Math.atan2(piece[j + 1] - piece[i + 1], piece[j] - piece[i]);
                }
            }
        }
        return angle;
    }

    private static double center(double[] piece, int axis) {
        double sum = 0;
        for (int i = axis; i < piece.length; i += 2) sum += piece[i];
        return sum / (piece.length / 2.0);
    }

    private static double area(double[] piece) {
        double sum = 0;
        for (int i = 0; i < piece.length; i += 2) {
            sum += piece[i] * piece[(i + 3) % piece.length] - piece[(i + 2) % piece.length] * piece[i + 1];
        }
        return Math.abs(sum) / 2;
    }

    private static Path2D path(double[] piece) {
        var path = new Path2D.Double();
        path.moveTo(piece[0], piece[1]);
        for (int i = 2; i < piece.length; i += 2) path.lineTo(piece[i], piece[i + 1]);
        path.closePath();
        return path;
    }
}
