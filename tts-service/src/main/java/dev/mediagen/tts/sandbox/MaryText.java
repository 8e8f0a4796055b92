package dev.mediagen.tts.sandbox;

import dev.mediagen.tts.sandbox.english.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import marytts.datatypes.MaryXML;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// Sentences to MaryXML and back. Every token element carries the index of the source token it is said for.
final class MaryText {
    private static final String TOKEN_INDEX = "id";
    private static final int COMMA_PAUSE = 180;
    private static final int SENTENCE_PAUSE = 300;
    private static final int SHORTEST_SOUND = 25;
    private static final Pattern PITCH_POINT = Pattern.compile("\\((\\d+),(\\d+)\\)");

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

    /// Sets tempo, pauses and pitch before the sounds are made.
    ///
    /// @param speed 1 is the voice's own
    /// @param pitch 1 is the voice's own
    static void shape(Document acoustics, double speed, double pitch) {
        for (var element : soundsAndPauses(acoustics)) {
            if (isPause(element)) {
                boolean last = element.getAttribute("breakindex").compareTo("5") >= 0;
                element.setAttribute("duration", frames((last ? SENTENCE_PAUSE : COMMA_PAUSE) / speed));
                continue;
            }
            element.setAttribute("d", frames(Double.parseDouble(element.getAttribute("d")) / speed));
            var contour = PITCH_POINT.matcher(element.getAttribute("f0"));
            element.setAttribute("f0", contour.replaceAll(point -> "(%s,%d)"
                    .formatted(point.group(1), Math.round(Integer.parseInt(point.group(2)) * pitch))));
        }
    }

    private static String frames(double milliseconds) {
        long frames = Math.round(milliseconds / MeasuredEngine.FRAME_MILLISECONDS);
        return String.valueOf(Math.max(SHORTEST_SOUND, frames * MeasuredEngine.FRAME_MILLISECONDS));
    }

    /// What was spoken: one entry per sound and pause, in order.
    static List<Sound> sounds(Document spoken) {
        var sounds = new ArrayList<Sound>();
        for (var element : soundsAndPauses(spoken)) {
            var length = element.getAttribute(isPause(element) ? "duration" : "d");
            sounds.add(new Sound(isPause(element) ? Sound.PAUSE : tokenOf(element), Double.parseDouble(length) / 1000));
        }
        return sounds;
    }

    private static boolean isPause(Element element) {
        return element.getTagName().equals(MaryXML.BOUNDARY);
    }

    private static int tokenOf(Element sound) {
        Node parent = sound;
        while (!parent.getNodeName().equals(MaryXML.TOKEN)) parent = parent.getParentNode();
        return Integer.parseInt(((Element) parent).getAttribute(TOKEN_INDEX));
    }

    private static List<Element> soundsAndPauses(Document document) {
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
