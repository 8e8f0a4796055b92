package dev.mediagen.tts;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Voice;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.ProviderCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;

/// The calls that speak a text: several at once, or one after the other where a provider continues what it said
/// before. What is unfit is said once more, for that chunk alone.
@ApplicationScoped
class ChunkCalls {
    private static final Logger LOG = Logger.getLogger(ChunkCalls.class);
    private static final int MOST_IDS = 3;
    private final ProviderCalls calls;
    private final SpeechConfig config;

    ChunkCalls(ProviderCalls calls, SpeechConfig config) {
        this.calls = calls;
        this.config = config;
    }

    /// @return what was said, in order; chunks with nothing to say are not sent and missing
    List<Said> say(SpeechProvider provider, Voice voice, List<String> chunks, Speaking speaking)
            throws ProviderException, InterruptedException {
        var script = Script.of(provider, voice, chunks, speaking);
        var hopeless = script.hopeless();
        if (hopeless.isPresent()) throw hopeless.get();
        try {
            boolean chained = config.chained().orElse(Set.of()).contains(provider.name());
            // who listens hears one after the other
            if (chained || script.isLive()) chain(script, chained);
            else together(script);
        } catch (ProviderException e) {
            // what was good when another failed may not have been kept yet
            if (e.code().retryable()) script.keep();
            throw script.said().isEmpty() ? e : e.costly();
        }
        return script.said();
    }

    private void chain(Script script, boolean linked) throws ProviderException, InterruptedException {
        for (int chunk : script.unsaid()) {
            say(script, chunk, linked ? previous(script) : List.of());
            script.progress();
        }
    }

    private static List<String> previous(Script script) {
        var ids = script.said().stream()
                .map(said -> said.speech().requestId())
                .filter(Objects::nonNull)
                .toList();
        return ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size());
    }

    private void together(Script script) throws ProviderException, InterruptedException {
        List<Together.Call> all = script.unsaid().stream()
                .<Together.Call>map(chunk -> () -> say(script, chunk, List.of()))
                .toList();
        Together.make(all, config.parallelChunks(), script::progress);
    }

    private void say(Script script, int chunk, List<String> previous) throws ProviderException, InterruptedException {
        var order = script.order(chunk, previous);
        var live = script.speaking().live();
        var paid = script.paid(chunk);
        // nobody who listens hears it again
        if (paid.isPresent() && live.written() > 0) live.cut();
        var said = paid.isPresent() ? said(order, paid.get()) : fit(script, chunk, order);
        script.speaking().said().put(script.place(chunk), said);
        script.keep(chunk);
    }

    private Said fit(Script script, int chunk, SpeechOrder order) throws ProviderException, InterruptedException {
        try {
            return once(script, chunk, order);
        } catch (ProviderException e) {
            if (e.code() != FailureCode.QUALITY_REJECTED) throw e;
            LOG.infof("%s: %s, once more", script.provider().name(), e.getMessage());
        }
        try {
            return once(script, chunk, order);
        } catch (ProviderException e) {
            // the first time stays on the bill
            var costly = e.costly();
            if (e.code() == FailureCode.QUALITY_REJECTED)
                script.speaking().unfit().put(script.place(chunk), costly);
            throw costly;
        }
    }

    private Said once(Script script, int chunk, SpeechOrder order) throws ProviderException, InterruptedException {
        var context = ChunkContext.of(script.speaking().context());
        var provider = script.provider();
        var live = script.speaking().live();
        boolean listened = script.isLive(chunk);
        long before = live.written();
        var speech = calls.call(
                provider.name(),
                order.request().modelId(),
                context,
                () -> listened ? speak(provider, order, context, live) : provider.speak(order, context));
        try {
            return said(order, speech);
        } catch (ProviderException e) {
            if (live.written() > before) live.cut();
            throw e;
        }
    }

    /// What was heard of a call that failed cannot be taken back, and what was not heard of one that succeeded is
    /// missing.
    private static Speech speak(SpeechProvider provider, SpeechOrder order, PartContext context, LiveAudio live)
            throws ProviderException, InterruptedException {
        long before = live.written();
        boolean spoken = false;
        try {
            var speech = provider.speak(order, context, live::write);
            spoken = true;
            return speech;
        } finally {
            boolean heard = live.written() > before;
            if (heard != spoken && live.written() > 0) live.cut();
        }
    }

    private static Said said(SpeechOrder order, Speech speech) throws ProviderException {
        return new Said(
                order.text(),
                speech,
                AudioCheck.speech(speech, order.text(), order.request().speed()));
    }
}
