package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.chunks.TextChunks;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import dev.mediagen.worker.providers.ProviderCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// The calls that speak a text: several at once, or one after the other where a provider continues what it said
/// before.
@ApplicationScoped
class ChunkCalls {
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
        var sent = IntStream.range(0, chunks.size())
                .filter(index -> TextChunks.isSpeakable(chunks.get(index)))
                .boxed()
                .toList();
        if (sent.isEmpty()) sent = List.of(0);
        var script = new Script(provider, voice, chunks, sent, speaking);
        try {
            boolean chained = config.chained().orElse(Set.of()).contains(provider.name());
            // who listens hears one after the other
            if (chained || script.isLive()) chain(script, chained);
            else together(script);
        } catch (ProviderException e) {
            throw script.said().isEmpty() ? e : e.costly();
        }
        return script.said();
    }

    /// Who is to say what.
    ///
    /// @param sent indices of the chunks that are spoken
    private record Script(
            SpeechProvider provider, Voice voice, List<String> chunks, List<Integer> sent, Speaking speaking) {
        Speaking.Place place(int chunk) {
            return new Speaking.Place(provider.name(), chunk);
        }

        List<Said> said() {
            return sent.stream()
                    .map(chunk -> speaking.said().get(place(chunk)))
                    .filter(said -> said != null)
                    .toList();
        }

        List<Integer> unsaid() {
            return sent.stream()
                    .filter(chunk -> !speaking.said().containsKey(place(chunk)))
                    .toList();
        }

        SpeechOrder order(int chunk, List<String> previous) {
            boolean single = chunks.size() == 1;
            var before = chunk == 0 ? null : chunks.get(chunk - 1);
            var after = chunk == chunks.size() - 1 ? null : chunks.get(chunk + 1);
            return new SpeechOrder(speaking.request(), chunks.get(chunk), voice, before, after, previous, !single);
        }

        /// Whether chunks can be heard one after the other as they are: of these formats only mp3 may be put
        /// together.
        boolean isLive() {
            boolean joins = chunks.size() == 1 || speaking.request().format() == AudioFormat.MP3;
            return joins && speaking.live().isOpen();
        }

        void progress() {
            int done = said().size();
            speaking.context().progress(10 + 60 * done / sent.size(), "spoken %d of %d".formatted(done, sent.size()));
        }
    }

    private void chain(Script script, boolean linked) throws ProviderException, InterruptedException {
        for (int chunk : script.unsaid()) {
            var ids = !linked
                    ? List.<String>of()
                    : script.said().stream()
                            .map(said -> said.speech().requestId())
                            .filter(id -> id != null)
                            .toList();
            say(script, chunk, ids.subList(Math.max(0, ids.size() - MOST_IDS), ids.size()));
            script.progress();
        }
    }

    private void together(Script script) throws ProviderException, InterruptedException {
        List<Together.Call> all = script.unsaid().stream()
                .<Together.Call>map(chunk -> () -> say(script, chunk, List.of()))
                .toList();
        Together.make(all, config.parallelChunks(), script::progress);
    }

    private void say(Script script, int chunk, List<String> previous) throws ProviderException, InterruptedException {
        var speaking = script.speaking();
        var order = script.order(chunk, previous);
        var context = ChunkContext.of(speaking.context());
        var provider = script.provider();
        // who has not heard the beginning hears it all when it is finished
        boolean live = script.isLive()
                && (chunk == script.sent().getFirst() || speaking.live().written() > 0);
        var speech = calls.call(
                provider.name(),
                speaking.request().modelId(),
                context,
                () -> live ? speak(provider, order, context, speaking.live()) : provider.speak(order, context));
        var heard = AudioCheck.speech(speech, order.text(), speaking.request().speed());
        speaking.said().put(script.place(chunk), new Said(order.text(), speech, heard));
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
}
