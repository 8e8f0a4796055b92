package dev.mediagen.worker.mary;

import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The sounds and pauses of a sentence before they are made. What is not changed stays as the voice would have it.
public final class Acoustics {
    private static final int SHORTEST = 25;
    private static final Pattern PITCH_POINT = Pattern.compile("\\((\\d+),(\\d+)\\)");

    private final Document document;

    /// @param document MaryXML of type ACOUSTPARAMS, which is changed
    Acoustics(Document document) {
        this.document = document;
    }

    /// How long it is silent.
    ///
    /// @param within milliseconds between the words
    /// @param last milliseconds at the end of the sentence
    public void pauses(double within, double last) {
        for (Element element : MaryText.soundsAndPauses(document)) {
            if (!MaryText.isPause(element)) continue;
            boolean atEnd = element.getAttribute("breakindex").compareTo("5") >= 0;
            element.setAttribute("duration", frames(atEnd ? last : within));
        }
    }

    /// How fast the sounds follow one another. Pauses stay.
    ///
    /// @param speed 1 is the voice's own
    public void tempo(double speed) {
        for (Element element : MaryText.soundsAndPauses(document)) {
            if (MaryText.isPause(element)) continue;
            element.setAttribute("d", frames(Double.parseDouble(element.getAttribute("d")) / speed));
        }
    }

    /// @param factor 1 is the voice's own
    public void pitch(double factor) {
        for (Element element : MaryText.soundsAndPauses(document)) {
            if (MaryText.isPause(element)) continue;
            var contour = PITCH_POINT.matcher(element.getAttribute("f0"));
            element.setAttribute("f0", contour.replaceAll(point -> "(%s,%d)"
                    .formatted(point.group(1), Math.round(Integer.parseInt(point.group(2)) * factor))));
        }
    }

    private static String frames(double milliseconds) {
        long frames = Math.round(milliseconds / MeasuredEngine.FRAME_MILLISECONDS);
        return String.valueOf(Math.max(SHORTEST, frames * MeasuredEngine.FRAME_MILLISECONDS));
    }
}
