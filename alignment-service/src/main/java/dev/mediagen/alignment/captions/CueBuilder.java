package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.captions.Cue.Piece;
import java.util.ArrayList;
import java.util.List;

/// Gives cues their times and their lines.
final class CueBuilder {
    private final CaptionRules rules;
    private final List<Atom> atoms;
    private final LineBreaks lineBreaks;

    CueBuilder(CaptionRules rules, List<Atom> atoms, double[] breaks) {
        this.rules = rules;
        this.atoms = atoms;
        this.lineBreaks = new LineBreaks(rules, atoms, breaks);
    }

    /// @param duration milliseconds of the audio
    List<Cue> build(List<int[]> ranges, long duration) {
        List<Cue> cues = new ArrayList<>(ranges.size());
        long free = 0;
        for (int i = 0; i < ranges.size(); i++) {
            int[] range = ranges.get(i);
            boolean last = i == ranges.size() - 1;
            long next = last ? Long.MAX_VALUE : atoms.get(ranges.get(i + 1)[0]).start();
            long start = Math.max(free, atoms.get(range[0]).start());
            long end = end(range, start, next, duration);
            cues.add(new Cue(start, end, lines(range, start, end)));
            free = end;
        }
        return cues;
    }

    private long end(int[] range, long start, long next, long duration) {
        long spoken = Math.min(atoms.get(range[1] - 1).end(), next);
        int width = lineBreaks.width(range[0], range[1]);
        long readable = Math.round(1000 * width / rules.charactersPerSecond());
        long wanted = Math.clamp(
                readable, rules.shortest().toMillis(), rules.longest().toMillis());
        long gap = rules.gap().toMillis();
        long end = Math.max(spoken, Math.min(start + wanted, Math.min(next, duration)));
        // The hole is cut out of a cue that can spare it.
        if (next - end < gap && next - gap - start >= rules.shortest().toMillis()) {
            end = next - gap;
        }
        return Math.max(end, start + 1);
    }

    private List<List<Piece>> lines(int[] range, long start, long end) {
        List<List<Piece>> lines = new ArrayList<>();
        long latest = start;
        for (int[] line : lineBreaks.split(range[0], range[1])) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = line[0]; i < line[1]; i++) {
                latest = addPieces(pieces, atoms.get(i), i < line[1] - 1, latest, end, i == range[0]);
            }
            lines.add(List.copyOf(pieces));
        }
        return List.copyOf(lines);
    }

    /// @return the latest stamp so far
    private static long addPieces(List<Piece> pieces, Atom atom, boolean space, long latest, long end, boolean first) {
        String text = atom.text() + (space && atom.space() > 0 ? " " : "");
        long last = latest;
        int from = 0;
        long time = Piece.NO_TIME;
        for (Atom.Stamp stamp : atom.stamps()) {
            boolean useful = stamp.time() > last && stamp.time() < end && !(first && stamp.offset() == 0);
            if (useful) {
                add(pieces, text.substring(from, stamp.offset()), time);
                from = stamp.offset();
                time = stamp.time();
                last = time;
            }
        }
        add(pieces, text.substring(from), time);
        return last;
    }

    private static void add(List<Piece> pieces, String text, long time) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, time));
        }
    }
}
