package dev.mediagen.worker.inbox;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.PartHandler;
import dev.mediagen.worker.parts.PartResult;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/// Stands for the port of a worker: fails as told, then stages the text as if it were audio.
@ApplicationScoped
class ScriptedHandler implements PartHandler<SpeechRequested> {
    private final Map<String, Queue<ProviderException>> failures = new ConcurrentHashMap<>();
    private final Map<String, List<String>> notes = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    void failFirst(String generationId, FailureCode... codes) {
        failFirst(
                generationId,
                Stream.of(codes)
                        .map(code -> new ProviderException(code, "scripted"))
                        .toArray(ProviderException[]::new));
    }

    void failFirst(String generationId, ProviderException... scripted) {
        failures.put(generationId, new ConcurrentLinkedQueue<>(List.of(scripted)));
    }

    /// What each try found noted by the one before.
    List<String> notesFound(String generationId) {
        return notes.getOrDefault(generationId, List.of());
    }

    int calls(String generationId) {
        return calls.getOrDefault(generationId, new AtomicInteger()).get();
    }

    @Override
    public Class<SpeechRequested> requestType() {
        return SpeechRequested.class;
    }

    @Override
    public Part part() {
        return Part.AUDIO;
    }

    @Override
    public List<ProviderCapability> capabilities() {
        return List.of();
    }

    @Override
    public PartResult make(SpeechRequested request, PartContext context)
            throws ProviderException, InterruptedException {
        calls.computeIfAbsent(request.generationId(), id -> new AtomicInteger()).incrementAndGet();
        var failure = failures.getOrDefault(request.generationId(), new ConcurrentLinkedQueue<>())
                .poll();
        notes.computeIfAbsent(request.generationId(), id -> new CopyOnWriteArrayList<>())
                .add(context.note().orElse("nothing"));
        context.note("try of epoch " + context.epoch());
        if (failure != null) throw failure;
        context.progress(50, "half");
        try {
            var file = Files.writeString(context.workDir().resolve("a.mp3"), context.text(request.text()));
            var staged = context.stage(file, "mp3", "audio/mpeg");
            var facts = new SpeechProduced(1, "id", "Aria", "m", AudioFormat.MP3, AudioQuality.MEDIUM, null);
            return new PartResult(staged, Map.of(), facts, "scripted", false, false, true, List.of(), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
