package dev.mediagen.tts;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.chunks.TextChunks;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/// Who is to say what, and what of it is said.
///
/// @param sent indices of the chunks that are spoken: those with something to say, at least one
record Script(SpeechProvider provider, Voice voice, List<String> chunks, List<Integer> sent, Speaking speaking) {
    static Script of(SpeechProvider provider, Voice voice, List<String> chunks, Speaking speaking) {
        var sent = IntStream.range(0, chunks.size())
                .filter(index -> TextChunks.isSpeakable(chunks.get(index)))
                .boxed()
                .toList();
        return new Script(provider, voice, chunks, sent.isEmpty() ? List.of(0) : sent, speaking);
    }

    Speaking.Place place(int chunk) {
        return new Speaking.Place(provider.name(), chunk, chunks.get(chunk));
    }

    /// In order.
    List<Said> said() {
        return sent.stream()
                .map(chunk -> speaking.said().get(place(chunk)))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Integer> unsaid() {
        return sent.stream()
                .filter(chunk -> !speaking.said().containsKey(place(chunk)))
                .toList();
    }

    /// A chunk that was unfit twice: the others are not worth their price.
    Optional<ProviderException> hopeless() {
        return sent.stream()
                .map(chunk -> speaking.unfit().get(place(chunk)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    SpeechOrder order(int chunk, List<String> previous) {
        var before = chunk == 0 ? null : chunks.get(chunk - 1);
        var after = chunk == chunks.size() - 1 ? null : chunks.get(chunk + 1);
        return new SpeechOrder(speaking.request(), chunks.get(chunk), voice, before, after, previous, inChunks());
    }

    boolean inChunks() {
        return chunks.size() > 1;
    }

    /// Whether chunks can be heard one after the other as they are: of these formats only mp3 may be put together.
    boolean isLive() {
        boolean joins = chunks.size() == 1 || speaking.request().format() == AudioFormat.MP3;
        return joins && speaking.live().isOpen();
    }

    /// Who has not heard the beginning hears it all when it is finished.
    boolean isLive(int chunk) {
        return isLive() && (chunk == sent.getFirst() || speaking.live().written() > 0);
    }

    void progress() {
        int done = said().size();
        speaking.context().progress(10 + 60 * done / sent.size(), "spoken %d of %d".formatted(done, sent.size()));
    }

    /// What an earlier try of the part was given for a chunk.
    Optional<Speech> paid(int chunk) throws ProviderException, InterruptedException {
        return inChunks() ? speaking.paid().find(mark(chunk)) : Optional.empty();
    }

    /// Keeps what was said for later tries of the part.
    void keep() throws ProviderException, InterruptedException {
        for (int chunk : sent) {
            if (speaking.said().containsKey(place(chunk))) keep(chunk);
        }
    }

    void keep(int chunk) throws ProviderException, InterruptedException {
        var said = speaking.said().get(place(chunk));
        if (inChunks()) speaking.paid().keep(mark(chunk), said.speech());
    }

    /// The same for another try of the part, whatever replica makes it.
    private String mark(int chunk) {
        var model = provider.effectiveModel(speaking.request().modelId());
        var all = String.join(
                "\n", provider.name(), provider.setup(), voice.id(), model, String.valueOf(chunk), chunks.get(chunk));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
