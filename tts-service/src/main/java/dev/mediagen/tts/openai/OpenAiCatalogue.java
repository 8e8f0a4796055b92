package dev.mediagen.tts.openai;

import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/// Which models and voices the server lists. Asked in the background; nobody waits for it.
@ApplicationScoped
class OpenAiCatalogue {
    private static final Logger LOG = Logger.getLogger(OpenAiCatalogue.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);
    private final OpenAiSpeechApi api;
    private final OpenAiSpeechConfig config;
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile List<String> listedModels = List.of();
    private volatile List<String> listedVoices = List.of();
    private volatile boolean away;
    private volatile long staleAt = System.nanoTime();

    OpenAiCatalogue(OpenAiSpeechApi api, OpenAiSpeechConfig config) {
        this.api = api;
        this.config = config;
    }

    /// The configured model first, then what the server lists and speaks.
    List<String> models() {
        return withListed(List.of(standard()), listedModels);
    }

    /// The configured voices first, then what the server lists.
    List<String> voices() {
        return withListed(config.voices(), listedVoices);
    }

    /// The caller's model if the server has it, else the configured one.
    String model(String wanted) {
        return wanted != null && models().contains(wanted) ? wanted : standard();
    }

    private String standard() {
        return config.speechModel().orElse(config.flavor().model());
    }

    private static List<String> withListed(List<String> first, List<String> listed) {
        var all = new LinkedHashSet<>(first);
        all.addAll(listed);
        return List.copyOf(all);
    }

    /// Asks the server again if what it said is too old. Does not wait.
    void refresh() {
        boolean stale = System.nanoTime() - staleAt >= 0;
        if (!stale || api.missing().isPresent() || !asking.compareAndSet(false, true)) return;
        Thread.ofVirtual().name("openai-lists").start(this::ask);
    }

    private void ask() {
        var next = AFTER_FAILURE;
        try {
            listedModels = api.models().stream().filter(config.flavor()::speaks).toList();
            if (config.flavor().listsVoices()) listedVoices = api.voices();
            next = config.listsFor();
            away = false;
        } catch (ProviderException e) {
            if (!away) LOG.infof("The lists of models and voices stay as they are: %s", e.getMessage());
            away = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            staleAt = System.nanoTime() + next.toNanos();
            asking.set(false);
        }
    }
}
