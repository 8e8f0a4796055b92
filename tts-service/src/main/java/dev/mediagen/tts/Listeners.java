package dev.mediagen.tts;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Who waits on this replica to hear a generation while it is made.
@ApplicationScoped
class Listeners {
    private final Map<String, LiveAudio> waiting = new ConcurrentHashMap<>();

    /// @return false when somebody else does already
    boolean add(String generationId, LiveAudio live) {
        return waiting.putIfAbsent(generationId, live) == null;
    }

    void remove(String generationId, LiveAudio live) {
        waiting.remove(generationId, live);
    }

    /// For one try; whatever is tried later is not live.
    LiveAudio take(String generationId) {
        var live = waiting.remove(generationId);
        return live == null ? LiveAudio.unheard() : live;
    }
}
