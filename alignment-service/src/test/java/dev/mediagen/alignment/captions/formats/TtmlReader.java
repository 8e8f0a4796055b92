package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.formats.ReadCue.ReadWord;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/// Reads TTML: times of what lies in a `p` count from its begin.
final class TtmlReader {
    private TtmlReader() {}

    static List<ReadCue> read(String file) {
        NodeList paragraphs = XmlReader.parse(file).getElementsByTagName("p");
        List<ReadCue> cues = new ArrayList<>();
        for (int i = 0; i < paragraphs.getLength(); i++) {
            cues.add(cue((Element) paragraphs.item(i)));
        }
        return cues;
    }

    private static ReadCue cue(Element p) {
        long begin = time(p.getAttribute("begin"));
        List<ReadWord> words = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(""));
        for (Node child = p.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeName().equals("br")) {
                lines.add("");
                continue;
            }
            lines.add(lines.removeLast() + child.getTextContent());
            NodeList sets = ((Element) child).getElementsByTagName("set");
            if (sets.getLength() > 0) {
                Element set = (Element) sets.item(0);
                words.add(new ReadWord(
                        child.getTextContent(),
                        begin + time(set.getAttribute("begin")),
                        begin + time(set.getAttribute("end"))));
            }
        }
        return new ReadCue(begin, time(p.getAttribute("end")), lines, words);
    }

    private static long time(String clock) {
        String[] parts = clock.split("[:.]");
        return 1000 * (60 * (60 * Long.parseLong(parts[0]) + Long.parseLong(parts[1])) + Long.parseLong(parts[2]))
                + Long.parseLong(parts[3]);
    }
}
