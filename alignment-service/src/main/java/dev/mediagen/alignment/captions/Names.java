package dev.mediagen.alignment.captions;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Finds words that belong together by how they are written: `Dr. Ada Lovelace`, `J. S. Bach`, `Vincent van Gogh`.
/// Only scripts with capitals show it. A longer row of capitals is a headline and not a name.
final class Names {
    private static final int LONGEST = 4;
    private static final Set<String> TITLES = Set.of(
            "dr.", "mr.", "mrs.", "ms.", "prof.", "st.", "rev.", "gen.", "col.", "capt.", "lt.", "sgt.", "hon.", "gov.",
            "sen.", "rep.", "mme.", "mlle.", "sra.", "srta.", "dra.", "sig.", "dott.", "hr.", "fr.", "ing.");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "e.g.", "i.e.", "vs.", "fig.", "vol.", "approx.", "ca.", "cf.", "bzw.", "z.b.", "d.h.", "u.a.", "p.ej.");
    private static final Set<String> PARTICLES = Set.of(
            "van", "von", "der", "den", "de", "da", "di", "del", "della", "du", "la", "le", "dos", "das", "ten", "ter",
            "bin", "ibn", "al", "zu", "af");

    private static final Pattern INITIALS = Pattern.compile("(\\p{Lu}\\.)+");

    private final FunctionWords words;

    Names(FunctionWords words) {
        this.words = words;
    }

    /// Whether the full stop at the end of this word most likely ends no sentence.
    static boolean abbreviates(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return title(lower) || ABBREVIATIONS.contains(lower) || initial(word);
    }

    /// @return for each atom whether it and the next one belong together
    boolean[] joined(List<Atom> atoms) {
        boolean[] joined = new boolean[atoms.size()];
        int from = 0;
        while (from < joined.length) {
            int to = from + 1;
            while (to < joined.length && joins(atoms, to - 1)) {
                to++;
            }
            for (int i = from; i + 1 < to && to - from <= LONGEST; i++) {
                joined[i] = true;
            }
            from = to;
        }
        return joined;
    }

    private boolean joins(List<Atom> atoms, int index) {
        String first = atoms.get(index).text();
        String second = atoms.get(index + 1).text();
        if (atoms.get(index).after() != Atom.After.SPACE) {
            return false;
        }
        if (PARTICLES.contains(second)) {
            return opens(first) && leadsToName(atoms, index + 2);
        }
        if (PARTICLES.contains(first)) {
            return index > 0 && capital(second) && belongsToName(atoms, index - 1);
        }
        return capital(second) && opens(first) && !words.small(second);
    }

    private boolean leadsToName(List<Atom> atoms, int index) {
        int at = index;
        while (at < atoms.size() && PARTICLES.contains(atoms.get(at).text())) {
            at++;
        }
        return at < atoms.size() && capital(atoms.get(at).text());
    }

    private boolean belongsToName(List<Atom> atoms, int index) {
        int at = index;
        while (at > 0 && PARTICLES.contains(atoms.get(at).text())) {
            at--;
        }
        return opens(atoms.get(at).text());
    }

    /// A capitalised word that a name may go on after.
    private boolean opens(String word) {
        boolean whole = Character.isLetterOrDigit(word.codePointBefore(word.length())) || abbreviates(word);
        return whole && capital(word) && !words.small(word);
    }

    private static boolean capital(String word) {
        boolean begins = Character.isUpperCase(word.codePointAt(0)) || Character.isTitleCase(word.codePointAt(0));
        return begins && (word.codePoints().anyMatch(Character::isLowerCase) || initial(word));
    }

    private static boolean initial(String word) {
        return word.length() >= 2
                && word.length() <= 8
                && INITIALS.matcher(word).matches()
                && !word.equals("I.");
    }

    private static boolean title(String lower) {
        return TITLES.contains(lower);
    }
}
