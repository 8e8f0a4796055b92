package dev.mediagen.tts.elevenlabs;

import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.worker.http.OutboundAnswer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which earlier calls a chunk may refer to. ElevenLabs sometimes answers 500 to a call that refers to others: the
/// next try of that chunk sends the text before it instead.
@ApplicationScoped
class Stitching {
    private static final int MOST = 3;
    private static final int REMEMBERED = 1_000;
    private final Set<String> unusable = Collections.newSetFromMap(Collections.synchronizedMap(new Recent()));

    List<String> ids(SpeechOrder order, String model) {
        var ids = order.previousRequestIds();
        if (ids.isEmpty() || Phrasing.isV3(model) || unusable.contains(ids.getLast())) return List.of();
        return ids.subList(Math.max(0, ids.size() - MOST), ids.size());
    }

    /// Remembers ids that broke a call.
    OutboundAnswer observe(List<String> ids, OutboundAnswer answer) {
        if (answer.status() == 500 && !ids.isEmpty()) unusable.add(ids.getLast());
        return answer;
    }

    private static final class Recent extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
