package dev.mediagen.alignment.timings;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.List;

/// Texts as sequences of comparable symbols, each of which knows the piece of text it came from.
///
/// @param codes what is compared
/// @param owner index of the piece
/// @param place of the symbol within its piece
/// @param pieceSize symbols of the piece
record Symbols(int[] codes, int[] owner, int[] place, int[] pieceSize) {
    private static final String QUOTES = "‘’‚‛`´";
    private static final String DOUBLE_QUOTES = "“”„‟«»";
    private static final String DASHES = "‐‑‒–—―−";

    /// Without regard to case, composition, width and the style of quotes.
    static Symbols folded(List<String> pieces) {
        List<int[]> codes = pieces.stream().map(Symbols::fold).toList();
        int total = codes.stream().mapToInt(c -> c.length).sum();
        Symbols symbols = new Symbols(new int[total], new int[total], new int[total], new int[total]);
        int at = 0;
        for (int piece = 0; piece < codes.size(); piece++) {
            int[] own = codes.get(piece);
            for (int k = 0; k < own.length; k++, at++) {
                symbols.codes[at] = own[k];
                symbols.owner[at] = piece;
                symbols.place[at] = k;
                symbols.pieceSize[at] = own.length;
            }
        }
        return symbols;
    }

    private static int[] fold(String piece) {
        String plain = Normalizer2.getNFKDInstance().normalize(UCharacter.foldCase(piece, true));
        int[] codes = plain.codePoints().map(Symbols::fold).toArray();
        return Arrays.stream(codes).filter(c -> c >= 0).toArray();
    }

    private static int fold(int codePoint) {
        if (UCharacter.isUWhiteSpace(codePoint)) {
            return ' ';
        }
        if (QUOTES.indexOf(codePoint) >= 0) {
            return '\'';
        }
        if (DOUBLE_QUOTES.indexOf(codePoint) >= 0) {
            return '"';
        }
        return DASHES.indexOf(codePoint) >= 0 ? '-' : codePoint;
    }
}
