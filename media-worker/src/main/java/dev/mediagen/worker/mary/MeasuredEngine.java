package dev.mediagen.worker.mary;

import java.util.List;
import marytts.htsengine.HMMData;
import marytts.htsengine.HTSUttModel;
import marytts.modules.HTSEngine;
import marytts.unitselection.select.Target;
import org.w3c.dom.Element;

/// Writes down how long each sound really became. The engine rounds every state of a sound to whole frames but puts
/// the length it was asked for into its answer, which drifts from the audio by some 10 ms a second.
final class MeasuredEngine extends HTSEngine {
    static final int FRAME_MILLISECONDS = 5;

    @Override
    protected HTSUttModel processTargetList(List<Target> targets, List<Element> segments, HMMData voice)
            throws Exception {
        var models = super.processTargetList(targets, segments, voice);
        for (int index = 0; index < models.getNumUttModel(); index++) {
            var model = models.getUttModel(index);
            int milliseconds = model.getTotalDur() * FRAME_MILLISECONDS;
            model.setMaryXmlDur(String.valueOf(milliseconds));
            model.setTotalDurMillisec(milliseconds);
        }
        return models;
    }
}
