package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/// Speaks 0.07 s of buzz per character with 0.2 s of silence around, and does what a test says before.
final class ScriptedVoice implements SpeechProvider {
    static final double EDGE = 0.2;
    static final double EACH = 0.07;

    /// What happens before it speaks.
    interface Before {
        void speaking(SpeechOrder order) throws ProviderException, InterruptedException;
    }

    final List<SpeechOrder> orders = new CopyOnWriteArrayList<>();
    final AtomicInteger running = new AtomicInteger();
    private final int limit;
    private final Before before;
    boolean timings = true;
    boolean strips;
    /// Whether it tells how it read a text: in capitals, with a space before.
    boolean reads;
    /// Whether it tells only that.
    boolean readsOnly;
    double loudness = 0.3;

    ScriptedVoice(int limit, Before before) {
        this.limit = limit;
        this.before = before;
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        return new ProviderCapability(
                name(), Kind.SPEECH, true, order, Requests.VOICES.all(), List.of(), List.of(), List.of());
    }

    @Override
    public int maxTextLength(String modelId) {
        return limit;
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        orders.add(order);
        running.incrementAndGet();
        try {
            before.speaking(order);
            return said(order, context);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "buzz", e);
        } finally {
            running.decrementAndGet();
        }
    }

    private Speech said(SpeechOrder order, PartContext context) throws IOException {
        var text = order.text();
        int length = (int) ((text.length() * EACH + 2 * EDGE) * 48_000);
        var samples = new float[length];
        int edge = (int) (EDGE * 48_000);
        for (int index = edge; index < length - edge; index++)
            samples[index] = (float) (loudness * Math.sin(index * 0.03) * Math.sin(index * 0.0004));
        var file = context.workDir().resolve("speech.wav");
        AudioCodec.encode(new Pcm(samples, 48_000), AudioFormat.WAV, AudioQuality.HIGH, file);
        var id = "request of " + text.strip();
        return new Speech(
                file,
                true,
                timings ? given(strips ? text.strip() : text) : null,
                id,
                "scripted/",
                List.of("a warning"),
                "scripted-1");
    }

    private CharacterTimings given(String text) {
        var written = timings(readsOnly ? "" : text);
        var read = reads || readsOnly ? timings(" " + text.toUpperCase()) : null;
        return new CharacterTimings(written.characters(), written.starts(), written.ends(), read);
    }

    private static CharacterTimings timings(String text) {
        var characters = new ArrayList<String>();
        var starts = new ArrayList<Double>();
        var ends = new ArrayList<Double>();
        for (int index = 0; index < text.length(); index++) {
            characters.add(text.substring(index, index + 1));
            starts.add(EDGE + index * EACH);
            ends.add(EDGE + (index + 1) * EACH);
        }
        return new CharacterTimings(characters, starts, ends);
    }
}
