package dev.mediagen.alignment.captions;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Small words that lean on the next one: a line breaks well before some of them and badly after all of them.
final class FunctionWords {
    /// Conjunctions and prepositions.
    private static final Map<String, Set<String>> OPENERS = Map.of(
            "en", words("""
                    and but or nor so yet because although though while when where if unless until since than that which
                    who whom whose in on at by for from with without within into onto of off over under between among
                    through during before after about against across behind beyond near to toward towards upon as like"""),
            "de", words("""
                    und oder aber denn weil dass wenn als ob in an auf bei mit nach von vor zu aus für durch gegen um
                    über unter zwischen ohne während am im zum zur beim vom"""),
            "fr", words("""
                    et ou mais donc car que qui quand si dans sur sous avec sans pour par de du des à au aux en chez vers
                    entre pendant comme"""),
            "es", words("""
                    y e o u pero porque que si cuando como de del en con sin por para a al sobre entre hasta desde"""),
            "it", words("""
                    e o ma perché che se quando come di del della dei delle in nel nella con su sul sulla per da dal
                    dalla tra fra a al alla"""),
            "pt", words("""
                    e ou mas porque que se quando como de do da dos das em no na nos nas com sem por para a ao sobre
                    entre até desde"""),
            "nl", words("""
                    en of maar want omdat dat als toen in aan op bij met na van voor te uit door tegen om over onder
                    zonder tussen tijdens"""));
    private static final Map<String, Set<String>> ARTICLES = Map.of(
            "en", words("a an the this these those my your his her its our their every each no some"),
            "de", words("der die das den dem des ein eine einen einem einer eines kein keine mein sein ihr unser"),
            "fr", words("le la les un une ce cet cette ces mon ma mes son sa ses notre nos votre vos leur leurs"),
            "es", words("el la los las un una unos unas mi tu su mis tus sus este esta estos estas"),
            "it", words("il lo la i gli le un uno una questo questa mio mia suo sua"),
            "pt", words("o a os as um uma uns umas meu minha seu sua este esta"),
            "nl", words("de het een deze dit die mijn zijn haar ons onze hun"));
    /// Pronouns and auxiliaries, which their verb follows.
    private static final Map<String, Set<String>> BEFORE_VERBS = Map.of(
            "en", words("""
                    i you he she it we they is are was were be been am has have had do does did will would can could
                    shall should may might must not don't doesn't didn't won't can't isn't wasn't"""),
            "de", words("ich du er sie es wir ihr man nicht"),
            "fr", words("je tu il elle on nous vous ils elles ne me te se"),
            "es", words("yo él ella no me te se lo"),
            "it", words("io lui lei non mi ti si ci"),
            "pt", words("eu ele ela não me te se"),
            "nl", words("ik jij hij zij wij we ze niet"));

    private final Set<String> openers;
    private final Set<String> articles;
    private final Set<String> beforeVerbs;

    /// @param languageCode null: English
    FunctionWords(String languageCode) {
        String language = languageCode == null || languageCode.isBlank()
                ? "en"
                : languageCode.split("[-_]")[0].toLowerCase(Locale.ROOT);
        openers = OPENERS.getOrDefault(language, Set.of());
        articles = ARTICLES.getOrDefault(language, Set.of());
        beforeVerbs = BEFORE_VERBS.getOrDefault(language, Set.of());
    }

    private static Set<String> words(String list) {
        return Set.of(list.strip().split("\\s+"));
    }

    /// Whether a line breaks well before it.
    boolean opensPhrase(String word) {
        return openers.contains(bare(word));
    }

    boolean article(String word) {
        return articles.contains(bare(word));
    }

    boolean beforeVerb(String word) {
        return beforeVerbs.contains(bare(word));
    }

    /// Whether it is no part of a name, even with a capital.
    boolean small(String word) {
        return opensPhrase(word) || article(word) || beforeVerb(word);
    }

    /// Without what stands before its first letter.
    private static String bare(String word) {
        int start = 0;
        while (start < word.length() && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        return word.substring(start).toLowerCase(Locale.ROOT).replace('’', '\'');
    }
}
