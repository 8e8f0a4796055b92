package dev.mediagen.worker.mary;

import dev.mediagen.worker.english.Sentence;
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

    private MaryText() {}

    /// MaryXML of type WORDS, so that MaryTTS neither splits nor expands anything.
    static Document words(Sentence sentence) {
        var document = MaryXML.newDocument();
        document.getDocumentElement().setAttribute("xml:lang", "en-US");
        var parent = add(add(document.getDocumentElement(), MaryXML.PARAGRAPH), MaryXML.SENTENCE);
        for (int index = 0; index < sentence.tokens().size(); index++) {
            var token = sentence.tokens().get(index);
            for (var word : token.words()) {
                var element = add(parent, MaryXML.TOKEN);
                element.setAttribute(TOKEN_INDEX, String.valueOf(index));
                element.setTextContent(word);
                var sounds = Contractions.sounds(word.toLowerCase(Locale.ROOT));
                if (sounds != null) element.setAttribute("ph", sounds);
            }
            if (!token.pause().isEmpty()) add(parent, MaryXML.TOKEN).setTextContent(token.pause());
        }
        return document;
    }

    private static Element add(Element parent, String name) {
        return (Element) parent.appendChild(MaryXML.createElement(parent.getOwnerDocument(), name));
    }

    /// What was spoken: one entry per sound and pause, in order.
    static List<Sound> sounds(Document spoken) {
        var sounds = new ArrayList<Sound>();
        for (var element : soundsAndPauses(spoken)) {
            boolean pause = isPause(element);
            double seconds = Double.parseDouble(element.getAttribute(pause ? "duration" : "d")) / 1000;
            sounds.add(new Sound(element.getAttribute("p"), pause ? Sound.PAUSE : tokenOf(element), seconds));
        }
        return sounds;
    }

    static boolean isPause(Element element) {
        return element.getTagName().equals(MaryXML.BOUNDARY);
    }

    private static int tokenOf(Element sound) {
        Node parent = sound;
        while (!parent.getNodeName().equals(MaryXML.TOKEN)) parent = parent.getParentNode();
        return Integer.parseInt(((Element) parent).getAttribute(TOKEN_INDEX));
    }

    static List<Element> soundsAndPauses(Document document) {
        var found = new ArrayList<Element>();
        var all = document.getElementsByTagName("*");
        for (int index = 0; index < all.getLength(); index++) {
            var element = (Element) all.item(index);
            boolean sound = element.getTagName().equals(MaryXML.PHONE);
            if (sound || isPause(element) && element.hasAttribute("duration")) found.add(element);
        }
        return found;
    }
}
