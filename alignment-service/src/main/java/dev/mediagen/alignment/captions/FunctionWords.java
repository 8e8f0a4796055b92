package dev.mediagen.alignment.captions;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Small words that begin a phrase: a line breaks well before them and badly after them.
final class FunctionWords {
    private static final Set<String> ENGLISH = words("""
            and but or nor so yet because although though while when where if unless until since than that which who whom
            whose in on at by for from with without within into onto of off over under between among through during before
            after about against across behind beyond near to toward towards upon as like""");
    private static final Set<String> ENGLISH_ARTICLES =
            words("a an the this these those my your his her its our their");
    private static final Map<String, Set<String>> OPENERS = Map.of(
            "en", ENGLISH,
            "de",
                    words(
                            "und oder aber denn weil dass wenn als ob in an auf bei mit nach von vor zu aus für durch gegen um über unter"),
            "fr",
                    words(
                            "et ou mais donc car que qui quand si dans sur sous avec sans pour par de du des à au aux en chez vers"),
            "es",
                    words(
                            "y e o u pero porque que si cuando como de del en con sin por para a al sobre entre hasta desde"),
            "it",
                    words(
                            "e o ma perché che se quando come di del della dei in nel nella con su sul per da dal tra fra a al"));
    private static final Map<String, Set<String>> ARTICLES = Map.of(
            "en", ENGLISH_ARTICLES,
            "de", words("der die das den dem des ein eine einen einem einer eines kein keine"),
            "fr", words("le la les un une ce cet cette ces mon ma mes son sa ses"),
            "es", words("el la los las un una unos unas mi tu su"),
            "it", words("il lo la i gli le un uno una"));

    private final Set<String> openers;
    private final Set<String> articles;

    /// @param languageCode null: English
    FunctionWords(String languageCode) {
        String language = languageCode == null || languageCode.isBlank()
                ? "en"
                : languageCode.split("[-_]")[0];
        openers = OPENERS.getOrDefault(language, Set.of());
        articles = ARTICLES.getOrDefault(language, Set.of());
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    boolean opensPhrase(String word) {
        return openers.contains(word.toLowerCase(Locale.ROOT));
    }

    boolean needsNext(String word) {
        return opensPhrase(word) || articles.contains(word.toLowerCase(Locale.ROOT));
    }
}
