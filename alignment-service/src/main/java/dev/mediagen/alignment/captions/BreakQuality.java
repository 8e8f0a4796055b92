package dev.mediagen.alignment.captions;

import java.util.List;

/// What it costs the reader when a line or a cue ends after an atom.
final class BreakQuality {
    static final double SENTENCE = 0;
    private static final double CLAUSE = 0.3;
    private static final double PAUSE = 0.4;
    private static final double BEFORE_OPENER = 0.6;
    private static final double ORDINARY = 1;
    private static final double INSIDE_WORD = 1.5;
    private static final double AFTER_OPENER = 2.5;
    private static final long AUDIBLE_PAUSE = 300;

    private static final String CLOSERS = "\"'”’»)]}）」』】";
    private static final String SENTENCE_ENDS = ".!?…。！？｡।؟";
    private static final String CLAUSE_ENDS = ",;:—–、，；：،؛";

    private BreakQuality() {}

    /// @return the cost after each atom
    static double[] of(List<Atom> atoms, String languageCode) {
        FunctionWords words = new FunctionWords(languageCode);
        double[] costs = new double[atoms.size()];
        for (int i = 0; i + 1 < costs.length; i++) {
            costs[i] = cost(atoms.get(i), atoms.get(i + 1), words);
        }
        return costs;
    }

    private static double cost(Atom atom, Atom next, FunctionWords words) {
        int last = lastMeaning(atom.text());
        boolean ends = SENTENCE_ENDS.indexOf(last) >= 0
                && !Character.isLowerCase(next.text().codePointAt(0));
        if (atom.after() == Atom.After.LINE_END || ends) {
            return SENTENCE;
        }
        if (CLAUSE_ENDS.indexOf(last) >= 0) {
            return CLAUSE;
        }
        if (words.needsNext(atom.text())) {
            return AFTER_OPENER;
        }
        if (next.start() - atom.end() >= AUDIBLE_PAUSE) {
            return PAUSE;
        }
        if (words.opensPhrase(next.text())) {
            return BEFORE_OPENER;
        }
        return next.stamps().isEmpty() && atom.after() == Atom.After.NOTHING ? INSIDE_WORD : ORDINARY;
    }

    /// The last character that is not a closing quote or bracket.
    private static int lastMeaning(String text) {
        int end = text.length();
        while (end > 1 && CLOSERS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.codePointBefore(end);
    }
}
