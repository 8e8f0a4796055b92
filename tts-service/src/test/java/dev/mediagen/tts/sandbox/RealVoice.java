package dev.mediagen.tts.sandbox;

import dev.mediagen.tts.Requests;
import dev.mediagen.tts.SpeechProvider;
import dev.mediagen.worker.faults.Faults;
import java.time.Duration;

/// The sandbox voice, for tests of what is done with speech.
public final class RealVoice implements AutoCloseable {
    private final MaryVoice mary = new MaryVoice(new SandboxConfig() {
        @Override
        public int concurrency() {
            return 2;
        }

        @Override
        public boolean warmUp() {
            return false;
        }
    });

    public SpeechProvider provider() {
        return new SandboxSpeechProvider(Requests.VOICES, mary, new Faults(false, Duration.ZERO));
    }

    @Override
    public void close() {
        mary.stop();
    }
}
