package dev.mediagen.alignment.captions;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.Alignment;
import java.util.ArrayList;
import java.util.List;

/// Cuts a text where lines may break (UAX 14) and times the pieces.
final class Atoms {
    private final Alignment alignment;
    private final WordTimes words;
    private final int[] offsets;
    private final int widest;
    private final List<Atom> atoms = new ArrayList<>();

    private Atoms(Alignment alignment, int widest) {
        this.alignment = alignment;
        this.words = new WordTimes(alignment);
        this.widest = widest;
        List<String> clusters = alignment.timings().characters();
        this.offsets = new int[clusters.size() + 1];
        for (int i = 0; i < clusters.size(); i++) {
            offsets[i + 1] = offsets[i] + clusters.get(i).length();
        }
    }

    static List<Atom> of(Alignment alignment, String languageCode, int widest) {
        Atoms atoms = new Atoms(alignment, widest);
        BreakIterator lines = BreakIterator.getLineInstance(SourceText.locale(languageCode));
        lines.setText(alignment.text());
        int cluster = 0;
        for (int end = lines.next(); end != BreakIterator.DONE; end = lines.next()) {
            int from = cluster;
            while (cluster < atoms.offsets.length - 1 && atoms.offsets[cluster] < end) {
                cluster++;
            }
            atoms.addSegment(from, cluster);
        }
        return atoms.atoms;
    }

    /// A word longer than a line is cut like a newspaper would, only without a hyphen that nobody wrote.
    private void addSegment(int from, int to) {
        int visible = to;
        while (visible > from && shown(cluster(visible - 1)).isBlank()) {
            visible--;
        }
        int start = from;
        while (start < visible && shown(cluster(start)).isBlank()) {
            start++;
        }
        if (start == visible) {
            endLine(from, to);
            return;
        }
        int width = 0;
        for (int i = start; i < visible; i++) {
            int own = Columns.of(cluster(i));
            if (width > 0 && width + own > widest) {
                add(start, i, Atom.After.NOTHING);
                start = i;
                width = 0;
            }
            width += own;
        }
        add(start, visible, after(visible, to));
    }

    private void endLine(int from, int to) {
        if (!atoms.isEmpty() && from < to) {
            Atom last = atoms.removeLast();
            Atom.After after = after(from, to) == Atom.After.LINE_END ? Atom.After.LINE_END : last.after();
            atoms.add(new Atom(last.text(), last.width(), last.start(), last.end(), last.stamps(), after));
        }
    }

    private Atom.After after(int from, int to) {
        String blank = alignment.text().substring(offsets[from], offsets[to]);
        if (blank.codePoints().anyMatch(c -> c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029)) {
            return Atom.After.LINE_END;
        }
        return shown(blank).isEmpty() ? Atom.After.NOTHING : Atom.After.SPACE;
    }

    private void add(int from, int to, Atom.After after) {
        StringBuilder text = new StringBuilder();
        List<Atom.Stamp> stamps = new ArrayList<>();
        int width = 0;
        long start = -1;
        long end = atoms.isEmpty() ? 0 : atoms.getLast().end();
        for (int i = from; i < to; i++) {
            words.advance(offsets[i + 1]);
            if (words.covers(offsets[i])) {
                stamp(stamps, text.length());
                start = start < 0
                        ? CaptionTrack.millis(alignment.timings().starts().get(i))
                        : start;
                end = Math.max(
                        end, CaptionTrack.millis(alignment.timings().ends().get(i)));
            }
            text.append(shown(cluster(i)));
            width += Columns.of(cluster(i));
        }
        atoms.add(new Atom(text.toString(), width, start < 0 ? end : start, end, List.copyOf(stamps), after));
    }

    /// What stands before the first word belongs to it: an opening quote, a bracket.
    private void stamp(List<Atom.Stamp> stamps, int offset) {
        Atom.Stamp current = words.stamp(stamps.isEmpty() ? 0 : offset);
        if (stamps.isEmpty() || stamps.getLast().word() != current.word()) {
            stamps.add(current);
        }
    }

    private String cluster(int index) {
        return alignment.timings().characters().get(index);
    }

    /// Control characters have no place in a caption, nor has what no encoding can write.
    private static String shown(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .filter(c -> (!Character.isISOControl(c) || c == '\t') && c != 0xfffe && c != 0xffff)
                .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
                .map(c -> UCharacter.isUWhiteSpace(c) ? ' ' : c)
                .forEach(shown::appendCodePoint);
        return shown.toString();
    }
}
