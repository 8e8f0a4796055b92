package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.captions.Cue.Line;
import dev.mediagen.alignment.captions.Cue.Piece;
import java.util.ArrayList;
import java.util.List;

/// Gives cues their times and their lines.
final class CueBuilder {
    private final CaptionRules rules;
    private final List<Atom> atoms;
    private final LineBreaks lineBreaks;
    /// Words never go back in time.
    private long latest;

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
            cues.add(new Cue(start, end, lines(range)));
            free = end;
        }
        return List.copyOf(cues);
    }

    private long end(int[] range, long start, long next, long duration) {
        long spoken = Math.min(atoms.get(range[1] - 1).end(), next);
        long end = Math.max(spoken, Math.min(start + wanted(range, start, spoken), Math.min(next, duration)));
        long gap = rules.gap().toMillis();
        // The hole is cut out of a cue that can spare it, and never swallows the start of a word.
        boolean spared = next - gap - start >= rules.shortest().toMillis() && next - gap > lastStart(range);
        if (next - end < gap && spared) {
            end = next - gap;
        }
        return Math.max(end, start + 1);
    }

    /// Time to read it, and to see the end of it.
    private long wanted(int[] range, long start, long spoken) {
        int width = lineBreaks.width(range[0], range[1]);
        long readable = Math.round(1000 * width / rules.charactersPerSecond());
        long seen = spoken - start + rules.linger().toMillis();
        long most = Math.min(Math.max(readable, seen), rules.longest().toMillis());
        return Math.max(most, rules.shortest().toMillis());
    }

    private long lastStart(int[] range) {
        List<Atom.Stamp> stamps = atoms.get(range[1] - 1).stamps();
        return stamps.isEmpty() ? 0 : stamps.getLast().start();
    }

    private List<Line> lines(int[] range) {
        List<Line> lines = new ArrayList<>();
        for (int[] line : lineBreaks.split(range[0], range[1])) {
            List<Piece> pieces = new ArrayList<>();
            for (int i = line[0]; i < line[1]; i++) {
                addPieces(pieces, atoms.get(i), i < line[1] - 1);
            }
            lines.add(new Line(List.copyOf(pieces), atoms.get(line[1] - 1).space() > 0));
        }
        return List.copyOf(lines);
    }

    private void addPieces(List<Piece> pieces, Atom atom, boolean space) {
        String text = atom.text() + (space && atom.space() > 0 ? " " : "");
        List<Atom.Stamp> stamps = atom.stamps();
        if (stamps.isEmpty()) {
            add(pieces, new Piece(text, Piece.NO_WORD, latest, latest));
        }
        for (int i = 0; i < stamps.size(); i++) {
            Atom.Stamp stamp = stamps.get(i);
            int to = i + 1 < stamps.size() ? stamps.get(i + 1).offset() : text.length();
            latest = Math.max(latest, stamp.start());
            add(
                    pieces,
                    new Piece(text.substring(stamp.offset(), to), stamp.word(), latest, Math.max(latest, stamp.end())));
        }
    }

    /// What is no new word belongs to the word before it on the line.
    private static void add(List<Piece> pieces, Piece piece) {
        Piece before = pieces.isEmpty() ? null : pieces.getLast();
        if (before != null && (!piece.timed() || piece.word() == before.word())) {
            pieces.removeLast();
            pieces.add(new Piece(before.text() + piece.text(), before.word(), before.start(), before.end()));
        } else {
            pieces.add(piece);
        }
    }
}
