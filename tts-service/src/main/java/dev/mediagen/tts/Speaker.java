package dev.mediagen.tts;

import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.audio.Joined;
import dev.mediagen.tts.chunks.TextChunks;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Lets one provider speak a whole text: in as many calls as its limit needs, checked, joined and encoded.
@ApplicationScoped
class Speaker {
    private static final String NO_TIMINGS = "the timings that came with the audio were of no use";
    private final Voices voices;
    private final ChunkCalls calls;
    private final SpeechConfig config;

    Speaker(Voices voices, ChunkCalls calls, SpeechConfig config) {
        this.voices = voices;
        this.calls = calls;
        this.config = config;
    }

    Spoken speak(SpeechProvider provider, Speaking speaking) throws ProviderException, InterruptedException {
        var request = speaking.request();
        var voice = voices.at(provider, request.voice(), request.ownVoices());
        int limit = provider.maxTextLength(request.modelId());
        var chunks = TextChunks.split(speaking.text(), limit, request.languageCode());
        var said = calls.say(provider, voice, chunks, speaking);
        if (chunks.size() == 1) return alone(said.getFirst(), voice, speaking);
        return joined(provider, chunks, said, voice, speaking);
    }

    private static Spoken alone(Said said, Voice voice, Speaking speaking) throws ProviderException {
        var request = speaking.request();
        var speech = said.speech();
        var audio = FinishedAudio.of(
                said.heard(),
                speech.asAsked(),
                request.format(),
                request.quality(),
                speaking.context().workDir());
        var timings = TimingsCheck.usable(speech.timings(), said.heard().duration());
        return spoken(audio, timings, List.of(said), voice);
    }

    private Spoken joined(SpeechProvider provider, List<String> chunks, List<Said> said, Voice voice, Speaking speaking)
            throws ProviderException, InterruptedException {
        var pauses = said.stream()
                .limit(said.size() - 1L)
                .map(chunk -> Pauses.after(chunk.text(), provider.name(), config))
                .toList();
        var joined = join(said, pauses, speaking);
        var audio = new FinishedAudio(joined.file(), joined.duration());
        return spoken(audio, JoinedTimings.of(chunks, said, joined.places()), said, voice);
    }

    private static Joined join(List<Said> said, List<Double> pauses, Speaking speaking)
            throws ProviderException, InterruptedException {
        SpeechRequested request = speaking.request();
        var name = "joined-%s.%s".formatted(UUID.randomUUID(), request.format().extension());
        var target = speaking.context().workDir().resolve(name);
        try {
            var heard = said.stream().map(Said::heard).toList();
            return Joined.of(heard, pauses, request.format(), request.quality(), target);
        } catch (MediaException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the chunks could not be joined", e).costly();
        }
    }

    private static Spoken spoken(FinishedAudio audio, CharacterTimings timings, List<Said> said, Voice voice) {
        var warnings = new ArrayList<String>();
        for (var chunk : said)
            chunk.speech().warnings().stream()
                    .filter(warning -> !warnings.contains(warning))
                    .forEach(warnings::add);
        boolean given = said.stream().allMatch(chunk -> chunk.speech().timings() != null);
        if (given && timings == null) warnings.add(NO_TIMINGS);
        var first = said.getFirst().speech();
        return new Spoken(
                audio.file(),
                audio.duration(),
                timings,
                voice,
                first.modelId(),
                first.keepUnder(),
                List.copyOf(warnings));
    }
}
