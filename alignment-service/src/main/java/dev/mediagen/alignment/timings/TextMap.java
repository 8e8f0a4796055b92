package dev.mediagen.alignment.timings;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.contracts.SpokenAlignment.Counterpart;
import dev.mediagen.contracts.SpokenAlignment.Range;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What of a text as it is written is what of the text as it was read: words that are the same are found, and what
/// lies between them belongs together.
final class TextMap {
    private final SourceText source;
    private final SourceText spoken;
    private final List<Counterpart> map = new ArrayList<>();
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private int sourceEnd;
    private int spokenEnd;
    private boolean agreed;

    private TextMap(SourceText source, SourceText spoken) {
        this.source = source;
        this.spoken = spoken;
    }

    /// In order; each range begins where the one before ended, the last end with the texts.
    static List<Counterpart> of(SourceText source, SourceText spoken) {
        TextMap texts = new TextMap(source, spoken);
        if (source.text().equals(spoken.text())) {
            texts.upTo(source.size(), spoken.size());
            return List.copyOf(texts.map);
        }
        int[] words = texts.symbols(spoken);
        int[] match = CommonSequence.match(texts.symbols(source), words);
        slide(match, words);
        for (int w = 0; w < match.length; w++) {
            if (match[w] >= 0) {
                Word said = spoken.words().get(w);
                Word written = source.words().get(match[w]);
                texts.between(written.from(), said.from());
                texts.upTo(written.to(), said.to());
            }
        }
        texts.between(source.size(), spoken.size());
        return List.copyOf(texts.map);
    }

    /// What lies between two words that are the same. Space and marks at its edges are the same too.
    private void between(int sourceTo, int spokenTo) {
        int head = 0;
        while (same(sourceEnd + head, sourceTo, spokenEnd + head, spokenTo)) {
            head++;
        }
        upTo(sourceEnd + head, spokenEnd + head);
        int tail = 0;
        while (sourceTo - tail > sourceEnd
                && spokenTo - tail > spokenEnd
                && same(sourceTo - tail - 1, sourceTo, spokenTo - tail - 1, spokenTo)) {
            tail++;
        }
        upTo(sourceTo - tail, spokenTo - tail);
        upTo(sourceTo, spokenTo);
    }

    private boolean same(int written, int sourceTo, int said, int spokenTo) {
        return written < sourceTo
                && said < spokenTo
                && !source.isSpoken(written)
                && source.cluster(written).equals(spoken.cluster(said));
    }

    /// Whether two sections say the same, cluster by cluster.
    static boolean agree(SourceText source, SourceText spoken, Counterpart pair) {
        Range written = pair.source();
        Range said = pair.spoken();
        return written.to() - written.from() == said.to() - said.from()
                && folded(source, written.from(), written.to()).equals(folded(spoken, said.from(), said.to()));
    }

    private int[] symbols(SourceText text) {
        return text.words().stream()
                .mapToInt(w -> vocabulary.computeIfAbsent(folded(text, w.from(), w.to()), _ -> vocabulary.size()))
                .toArray();
    }

    private static String folded(SourceText text, int from, int to) {
        return Normalizer2.getNFKCInstance().normalize(UCharacter.foldCase(text.slice(from, to), true));
    }

    /// `1 one` is read `one one`: of two ways to match, the one is right that leaves no section without its like.
    private static void slide(int[] match, int[] spoken) {
        for (int w = match.length - 1; w > 0; w--) {
            int partner = match[w - 1];
            boolean repeated = match[w] < 0 && partner > 0 && spoken[w] == spoken[w - 1];
            boolean leftOver = w == 1 || match[w - 2] >= 0 && match[w - 2] < partner - 1;
            if (repeated && leftOver) {
                match[w] = partner;
                match[w - 1] = -1;
            }
        }
    }

    private void upTo(int sourceTo, int spokenTo) {
        if (sourceEnd == sourceTo && spokenEnd == spokenTo) {
            return;
        }
        Counterpart next = new Counterpart(new Range(sourceEnd, sourceTo), new Range(spokenEnd, spokenTo));
        boolean agrees = agree(source, spoken, next);
        if (agrees && agreed) {
            Counterpart last = map.removeLast();
            next = new Counterpart(
                    new Range(last.source().from(), sourceTo),
                    new Range(last.spoken().from(), spokenTo));
        }
        map.add(next);
        agreed = agrees;
        sourceEnd = sourceTo;
        spokenEnd = spokenTo;
    }
}
