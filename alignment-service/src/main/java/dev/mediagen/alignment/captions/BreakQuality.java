package dev.mediagen.alignment.captions;

import java.util.List;

/// What it costs the reader when a line or a cue ends after an atom.
final class BreakQuality {
    static final double SENTENCE = 0;
    private static final double CLAUSE = 0.3;
    private static final double PAUSE = 0.4;
    private static final double BEFORE_OPENER = 0.6;
    static final double ORDINARY = 1;
    private static final double INSIDE_WORD = 1.5;
    private static final double AFTER_NUMBER = 1.6;
    private static final double BEFORE_VERB = 1.8;
    private static final double AFTER_OPENER = 2.5;
    /// More than anything else may cost: only where there is no other way.
    private static final double NEVER = 12;
    private static final long AUDIBLE_PAUSE = 300;

    private static final String CLOSERS = "\"'”’»)]}）」』】";
    private static final String SENTENCE_ENDS = ".!?…。！？｡।؟";
    private static final String CLAUSE_ENDS = ",;:—–、，；：،؛";

    private final FunctionWords words;
    private final List<Atom> atoms;
    private final boolean[] names;

    private BreakQuality(List<Atom> atoms, String languageCode) {
        this.words = new FunctionWords(languageCode);
        this.atoms = atoms;
        this.names = new Names(words).joined(atoms);
    }

    /// @return the cost after each atom
    static double[] of(List<Atom> atoms, String languageCode) {
        BreakQuality quality = new BreakQuality(atoms, languageCode);
        double[] costs = new double[atoms.size()];
        for (int i = 0; i + 1 < costs.length; i++) {
            costs[i] = quality.cost(i);
        }
        return costs;
    }

    private double cost(int index) {
        Atom atom = atoms.get(index);
        Atom next = atoms.get(index + 1);
        int last = lastMeaning(atom.text());
        if (atom.after() == Atom.After.LINE_END || endsSentence(atom.text(), last, next.text())) {
            return SENTENCE;
        }
        if (CLAUSE_ENDS.indexOf(last) >= 0) {
            return CLAUSE;
        }
        if (names[index] || words.article(atom.text())) {
            return NEVER;
        }
        if (atom.cutBefore(next)) {
            return INSIDE_WORD;
        }
        return Math.max(leaning(atom.text(), last), before(atom, next));
    }

    private static boolean endsSentence(String word, int last, String next) {
        return SENTENCE_ENDS.indexOf(last) >= 0
                && !Character.isLowerCase(next.codePointAt(0))
                && !Names.abbreviates(word);
    }

    private double leaning(String word, int last) {
        if (words.opensPhrase(word)) {
            return AFTER_OPENER;
        }
        if (words.beforeVerb(word)) {
            return BEFORE_VERB;
        }
        return Character.isDigit(last) ? AFTER_NUMBER : 0;
    }

    private double before(Atom atom, Atom next) {
        if (next.start() - atom.end() >= AUDIBLE_PAUSE) {
            return PAUSE;
        }
        return words.opensPhrase(next.text()) ? BEFORE_OPENER : ORDINARY;
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
