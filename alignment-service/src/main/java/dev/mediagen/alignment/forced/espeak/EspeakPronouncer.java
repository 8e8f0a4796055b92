package dev.mediagen.alignment.forced.espeak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.alignment.forced.Pronouncer;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.worker.media.Pcm;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jboss.logging.Logger;

/// Reads through espeak-ng, which knows over 100 languages. It is GPL, so it runs as a process of its own that is
/// started on demand and lives on.
@ApplicationScoped
@Priority(10)
@Startup
public class EspeakPronouncer implements Pronouncer {
    private static final Logger LOG = Logger.getLogger(EspeakPronouncer.class);

    private final EspeakConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private Set<String> languages;
    private EspeakProcess process;
    private int sampleRate;

    EspeakPronouncer(EspeakConfig config) {
        this.config = config;
    }

    @PostConstruct
    void announce() {
        if (config.command().isEmpty()) {
            LOG.info(
                    "media.alignment.espeak.command is not set: English is aligned by MaryTTS, which is slower, and the"
                            + " timings of other languages are estimated");
        }
    }

    @Override
    public boolean speaks(String languageCode) {
        return EspeakVoices.voice(languageCode, languages()) != null;
    }

    /// Asked once: what is not installed now will not be until the service is started again.
    private Set<String> languages() {
        lock.lock();
        try {
            if (languages == null) {
                languages =
                        config.command().isEmpty() ? absent("media.alignment.espeak.command is not set") : greeted();
            }
            return languages;
        } finally {
            lock.unlock();
        }
    }

    private Set<String> greeted() {
        try {
            return start();
        } catch (IOException e) {
            return absent(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Set.of();
        }
    }

    private static Set<String> absent(String why) {
        LOG.warnf("No espeak-ng: languages other than English get estimated timings (%s)", why);
        return Set.of();
    }

    private Set<String> start() throws IOException, InterruptedException {
        process = EspeakProcess.start(config.command().orElseThrow());
        JsonNode greeting = process.answer();
        sampleRate = greeting.path("sampleRate").asInt();
        Set<String> codes = new TreeSet<>();
        greeting.path("languages").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    @Override
    public void read(SourceText text, String languageCode, Listener listener) throws IOException, InterruptedException {
        String voice = EspeakVoices.voice(languageCode, languages());
        if (voice == null) {
            throw new IOException("espeak-ng has no voice for " + languageCode);
        }
        PhoneShares shares = new PhoneShares(word -> ask(voice, word, true).path("phones"));
        UnaryOperator<Sentence> spelled =
                voice.startsWith("en") ? new Figures(text)::spelled : UnaryOperator.identity();
        for (Sentence written : Sentence.split(text)) {
            Sentence sentence = spelled.apply(written);
            JsonNode answer = ask(voice, sentence.text(), false);
            Pcm speech = new Pcm(samples(answer.path("samples").binaryValue()), sampleRate);
            listener.sentence(speech, new SaidSentence(text, sentence, answer, speech).phones(shares));
        }
    }

    private JsonNode ask(String voice, String words, boolean silent) throws IOException, InterruptedException {
        lock.lockInterruptibly();
        try {
            if (process == null || !process.alive()) {
                start();
            }
            return process.ask(voice, words, silent);
        } finally {
            lock.unlock();
        }
    }

    private static float[] samples(byte[] bytes) {
        ShortBuffer shorts =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        float[] samples = new float[shorts.remaining()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = shorts.get(i) / 32768f;
        }
        return samples;
    }

    @PreDestroy
    void stop() {
        if (process != null) {
            process.close();
        }
    }
}
