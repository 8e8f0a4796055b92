package dev.mediagen.worker.mary;

import static java.util.Map.entry;

import java.util.Map;

/// Sounds of words whose letters mislead MaryTTS, in its phones.
final class Contractions {
    private static final Map<String, String> SOUNDS = Map.ofEntries(
            entry("don't", "' d @U n t"),
            entry("won't", "' w @U n t"),
            entry("isn't", "' I - z @ n t"),
            entry("aren't", "' A r n t"),
            entry("wasn't", "' w V - z @ n t"),
            entry("weren't", "' w r= n t"),
            entry("doesn't", "' d V - z @ n t"),
            entry("didn't", "' d I - d @ n t"),
            entry("hasn't", "' h { - z @ n t"),
            entry("haven't", "' h { - v @ n t"),
            entry("hadn't", "' h { - d @ n t"),
            entry("couldn't", "' k U - d @ n t"),
            entry("wouldn't", "' w U - d @ n t"),
            entry("shouldn't", "' S U - d @ n t"),
            entry("i'm", "' AI m"),
            entry("i'll", "' AI l"),
            entry("i've", "' AI v"),
            entry("i'd", "' AI d"),
            entry("you're", "' j O r"),
            entry("you'll", "' j u l"),
            entry("you've", "' j u v"),
            entry("we're", "' w i r"),
            entry("we've", "' w i v"),
            entry("they're", "' D E r"),
            entry("they'll", "' D EI l"),
            entry("they've", "' D EI v"),
            entry("he's", "' h i z"),
            entry("she's", "' S i z"),
            entry("he'll", "' h i l"),
            entry("she'll", "' S i l"),
            entry("there's", "' D E r z"),
            entry("that's", "' D { t s"),
            entry("what's", "' w V t s"),
            entry("let's", "' l E t s"),
            entry("who's", "' h u z"));

    private Contractions() {}

    /// Null for all other words.
    static String sounds(String word) {
        return SOUNDS.get(word);
    }
}
