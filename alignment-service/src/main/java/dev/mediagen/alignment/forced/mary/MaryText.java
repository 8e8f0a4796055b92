package dev.mediagen.alignment.forced.mary;

import dev.mediagen.alignment.forced.mary.english.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import marytts.datatypes.MaryXML;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Sentences to MaryXML and back. Every token element carries the index of the source token it is said for.
final class MaryText {
    private static final String TOKEN_INDEX = "id";
    private static final String SHORT_PAUSE = "150";

    private MaryText() {}

    /// A sound as it was spoken.
    ///
    /// @param token index, or -1 for a pause
    record Sound(String symbol, int token, double seconds) {}

    /// MaryXML of type WORDS, so that MaryTTS neither splits nor expands anything.
    static Document words(Sentence sentence) {
        Document document = MaryXML.newDocument();
        document.getDocumentElement().setAttribute("xml:lang", "en-US");
        Element parent = add(add(document.getDocumentElement(), MaryXML.PARAGRAPH), MaryXML.SENTENCE);
        for (int index = 0; index < sentence.tokens().size(); index++) {
            var token = sentence.tokens().get(index);
            for (String word : token.words()) {
                Element element = add(parent, MaryXML.TOKEN);
                element.setAttribute(TOKEN_INDEX, String.valueOf(index));
                element.setTextContent(word);
                String sounds = Contractions.sounds(word.toLowerCase(Locale.ROOT));
                if (sounds != null) {
                    element.setAttribute("ph", sounds);
                }
            }
            if (!token.pause().isEmpty()) {
                add(parent, MaryXML.TOKEN).setTextContent(token.pause());
            }
        }
        return document;
    }

    private static Element add(Element parent, String name) {
        return (Element) parent.appendChild(MaryXML.createElement(parent.getOwnerDocument(), name));
    }

    /// Pauses are left out of the comparison anyway: short ones are made faster.
    static void shortenPauses(Document acoustics) {
        for (Element element : soundsAndPauses(acoustics)) {
            if (isPause(element)) {
                element.setAttribute("duration", SHORT_PAUSE);
            }
        }
    }

    static List<Sound> sounds(Document spoken) {
        List<Sound> sounds = new ArrayList<>();
        for (Element element : soundsAndPauses(spoken)) {
            double seconds = Double.parseDouble(element.getAttribute(isPause(element) ? "duration" : "d")) / 1000;
            sounds.add(new Sound(element.getAttribute("p"), isPause(element) ? -1 : tokenOf(element), seconds));
        }
        return sounds;
    }

    private static boolean isPause(Element element) {
        return element.getTagName().equals(MaryXML.BOUNDARY);
    }

    private static int tokenOf(Element sound) {
        Node parent = sound;
        while (!parent.getNodeName().equals(MaryXML.TOKEN)) {
            parent = parent.getParentNode();
        }
        return Integer.parseInt(((Element) parent).getAttribute(TOKEN_INDEX));
    }

    private static List<Element> soundsAndPauses(Document document) {
        List<Element> found = new ArrayList<>();
        var all = document.getElementsByTagName("*");
        for (int index = 0; index < all.getLength(); index++) {
            Element element = (Element) all.item(index);
            boolean sound = element.getTagName().equals(MaryXML.PHONE);
            if (sound || isPause(element) && element.hasAttribute("duration")) {
                found.add(element);
            }
        }
        return found;
    }
}
