package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Hands on half of a tone, waits until a test lets it go on, and hands on the rest. A text with `refuse` in it fails
/// at once; with `stumble` the first call fails after the half.
@ApplicationScoped
class GatedVoice implements SpeechProvider {
    static final String NAME = "gated";
    private final Map<String, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    void letGoOn(String generationId) {
        gate(generationId).countDown();
    }

    int calls(String generationId) {
        return calls.getOrDefault(generationId, new AtomicInteger()).get();
    }

    private CountDownLatch gate(String generationId) {
        return gates.computeIfAbsent(generationId, id -> new CountDownLatch(1));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public ProviderCapability capability(int order) {
        var aria = new Voice("Aria", "aria", "Standard");
        return new ProviderCapability(
                NAME, Kind.SPEECH, true, order, List.of(aria), List.of(), List.of("mp3"), List.of());
    }

    @Override
    public int maxTextLength(String modelId) {
        return 40;
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        return speak(order, context, null);
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context, Consumer<byte[]> live)
            throws ProviderException, InterruptedException {
        var id = order.request().generationId();
        int call = calls.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet();
        if (order.text().contains("refuse")) throw new ProviderException(FailureCode.CONTENT_REJECTED, "refused");
        try {
            var file = tone(context.workDir().resolve("gated.mp3"));
            if (live != null)
                handOn(Files.readAllBytes(file), live, id, order.text().contains("stumble") && call == 1);
            return new Speech(file, true, null, null, null, List.of());
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "tone", e);
        }
    }

    private void handOn(byte[] audio, Consumer<byte[]> live, String id, boolean stumbles)
            throws ProviderException, InterruptedException {
        live.accept(Arrays.copyOf(audio, audio.length / 2));
        gate(id).await();
        if (stumbles) throw new ProviderException(FailureCode.PROVIDER_UNAVAILABLE, "stumbled");
        live.accept(Arrays.copyOfRange(audio, audio.length / 2, audio.length));
    }

    static Path tone(Path file) throws IOException {
        var samples = new float[48_000];
        for (int index = 0; index < samples.length; index++) samples[index] = (float) (0.5 * Math.sin(index * 0.05));
        AudioCodec.encode(new Pcm(samples, 48_000), AudioFormat.MP3, AudioQuality.MEDIUM, file);
        return file;
    }
}
