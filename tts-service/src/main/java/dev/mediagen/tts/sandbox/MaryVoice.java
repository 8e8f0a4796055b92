package dev.mediagen.tts.sandbox;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.english.Sentence;
import dev.mediagen.worker.mary.MaryModules;
import dev.mediagen.worker.mary.Utterance;
import dev.mediagen.worker.parts.ProviderException;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/// Speaks sentences with MaryTTS. It is pure computation, so it has platform threads of its own and callers wait.
@ApplicationScoped
@Startup
class MaryVoice {
    static final int SAMPLE_RATE = 48_000;
    /// Milliseconds, as is the next.
    private static final int COMMA_PAUSE = 180;

    private static final int SENTENCE_PAUSE = 300;
    private static final Logger LOG = Logger.getLogger(MaryVoice.class);
    private final SandboxConfig config;
    private final ExecutorService threads;

    MaryVoice(SandboxConfig config) {
        this.config = config;
        this.threads = Executors.newFixedThreadPool(
                config.concurrency(),
                Thread.ofPlatform().daemon().name("sandbox-voice-", 0).factory());
    }

    @PostConstruct
    void warmUp() {
        if (config.warmUp()) threads.execute(this::load);
    }

    @PreDestroy
    void stop() {
        threads.shutdownNow();
    }

    private void load() {
        try {
            long begin = System.nanoTime();
            MaryModules.start();
            LOG.infof("sandbox voice ready after %d ms", (System.nanoTime() - begin) / 1_000_000);
        } catch (Exception e) {
            LOG.error("the sandbox voice cannot be loaded", e);
        }
    }

    /// @param speed 1 is the voice's own
    /// @param pitch 1 is the voice's own
    Utterance say(Sentence sentence, double speed, double pitch) throws ProviderException, InterruptedException {
        var work = threads.submit(() -> speak(sentence, speed, pitch));
        try {
            return work.get();
        } catch (ExecutionException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the sandbox voice failed", e.getCause());
        } finally {
            work.cancel(true);
        }
    }

    private static Utterance speak(Sentence sentence, double speed, double pitch) throws Exception {
        return MaryModules.start().say(sentence, acoustics -> {
            acoustics.pauses(COMMA_PAUSE / speed, SENTENCE_PAUSE / speed);
            acoustics.tempo(speed);
            acoustics.pitch(pitch);
        });
    }
}
