package dev.mediagen.worker.faults;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Plays the trouble that a text asks for, where `media.sandbox.faults` allows it.
@ApplicationScoped
public class Faults {
    private static final Duration LONGEST = Duration.ofMinutes(1);
    private static final int REMEMBERED = 1_000;
    private static final double TRUNCATED_TO = 0.3;
    private final boolean enabled;
    private final Duration hang;
    private final Map<String, Integer> played = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Integer> eldest) {
            return size() > REMEMBERED;
        }
    });

    public Faults(
            @ConfigProperty(name = "media.sandbox.faults", defaultValue = "false") boolean enabled,
            @ConfigProperty(name = "media.sandbox.hang", defaultValue = "60s") Duration hang) {
        this.enabled = enabled;
        this.hang = hang;
    }

    /// What a text asks for, once what happens before any work has happened.
    ///
    /// @param generationId whose tries are counted
    /// @throws ProviderException when it asks for a failure that is still due
    public Optional<Fault> begin(String generationId, String text) throws ProviderException, InterruptedException {
        if (!enabled) return Optional.empty();
        var asked = Fault.in(text);
        if (asked.isEmpty()) return asked;
        var fault = asked.get();
        switch (fault.kind()) {
            case FAIL -> failWhileDue(generationId, fault, failure(FailureCode.PROVIDER_UNAVAILABLE));
            case RATE_LIMIT -> failWhileDue(generationId, fault, slowDown(fault));
            case SLOW -> Thread.sleep(fault.length().compareTo(LONGEST) < 0 ? fault.length() : LONGEST);
            case HANG -> {
                Thread.sleep(hang);
                throw failure(FailureCode.PROVIDER_TIMEOUT);
            }
            case REJECT -> throw failure(FailureCode.CONTENT_REJECTED);
            case QUOTA -> throw failure(FailureCode.QUOTA_EXHAUSTED);
            case GARBLED, TRUNCATED, SILENT -> {
                return asked;
            }
        }
        return Optional.empty();
    }

    private static ProviderException failure(FailureCode code) {
        return new ProviderException(code, "scripted", new ScriptedTrouble());
    }

    private static ProviderException slowDown(Fault fault) {
        return new ProviderException(FailureCode.RATE_LIMITED, "scripted", fault.length(), new ScriptedTrouble());
    }

    private void failWhileDue(String generationId, Fault fault, ProviderException failure) throws ProviderException {
        if (played.merge(generationId, 1, Integer::sum) <= fault.times()) throw failure;
    }

    /// The sound as it is when it is to be damaged.
    public static Pcm damage(Optional<Fault> fault, Pcm pcm) {
        if (fault.isEmpty()) return pcm;
        return switch (fault.get().kind()) {
            case SILENT -> new Pcm(new float[pcm.samples().length], pcm.sampleRate());
            case TRUNCATED ->
                new Pcm(Arrays.copyOf(pcm.samples(), (int) (pcm.samples().length * TRUNCATED_TO)), pcm.sampleRate());
            default -> pcm;
        };
    }

    /// The file as it is when its bytes are to be damaged; of one that is truncated, the beginning is left.
    public static void damage(Optional<Fault> fault, Path file) throws ProviderException {
        if (fault.isEmpty()) return;
        try {
            var bytes = Files.readAllBytes(file);
            switch (fault.get().kind()) {
                case GARBLED -> new Random(1).nextBytes(bytes);
                case TRUNCATED -> bytes = Arrays.copyOf(bytes, (int) (bytes.length * TRUNCATED_TO));
                default -> throw new IllegalArgumentException("no damage: " + fault.get());
            }
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the file could not be damaged", e);
        }
    }
}
