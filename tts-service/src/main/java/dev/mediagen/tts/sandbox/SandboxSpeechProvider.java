package dev.mediagen.tts.sandbox;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.ProviderCapability;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.SpeechProvider;
import dev.mediagen.tts.Voices;
import dev.mediagen.worker.english.EnglishReader;
import dev.mediagen.worker.english.Reading;
import dev.mediagen.worker.english.Sentence;
import dev.mediagen.worker.faults.Fault;
import dev.mediagen.worker.faults.Faults;
import dev.mediagen.worker.mary.Utterance;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.AudioWriter;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.PartContext;
import dev.mediagen.worker.parts.ProviderException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Speaks without a key and without a network: every voice is MaryTTS' cmu-slt-hsmm at a pitch of its own. The
/// timings are those the synthesiser used.
@ApplicationScoped
class SandboxSpeechProvider implements SpeechProvider {
    static final String NAME = "sandbox";
    private static final int MOST_CHARACTERS = 40_000;
    /// From about five minutes on, memory counts for more than the treble.
    private static final int LONG_TEXT = 4_000;
    private static final List<SpeechModel> MODELS = List.of(
            new SpeechModel("eleven_multilingual_v2", 10_000),
            new SpeechModel("eleven_v3", 5_000),
            new SpeechModel("eleven_flash_v2_5", 40_000),
            new SpeechModel("eleven_turbo_v2_5", 40_000),
            new SpeechModel("eleven_flash_v2", 30_000),
            new SpeechModel("eleven_turbo_v2", 30_000));
    /// Those of StyleTTS2, which it stands in for.
    private static final List<Voice> STYLETTS2 =
            List.of(new Voice("andreas", "andreas", "Standard"), new Voice("woman", "woman", "Standard"));

    private static final double[] PITCHES = {1.0, 0.72, 1.12, 0.85, 1.2, 0.66, 0.93};

    private final Voices voices;
    private final MaryVoice mary;
    private final Faults faults;

    SandboxSpeechProvider(Voices voices, MaryVoice mary, Faults faults) {
        this.voices = voices;
        this.mary = mary;
        this.faults = faults;
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
    public int maxTextLength(String modelId) {
        return MOST_CHARACTERS;
    }

    @Override
    public ProviderCapability capability(int order) {
        var formats = Stream.of(AudioFormat.values()).map(AudioFormat::json).toList();
        return new ProviderCapability(NAME, Kind.SPEECH, true, order, speakers(), MODELS, formats, List.of());
    }

    private List<Voice> speakers() {
        return Stream.concat(voices.all().stream(), STYLETTS2.stream()).toList();
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context) throws ProviderException, InterruptedException {
        return speak(order, context, null);
    }

    @Override
    public Speech speak(SpeechOrder order, PartContext context, Consumer<byte[]> live)
            throws ProviderException, InterruptedException {
        var request = order.request();
        var fault = faults.begin(request.generationId(), order.text());
        var reading = read(Fault.without(order.text()));
        var recording = new Recording(order.text().length() > LONG_TEXT);
        var file = context.workDir().resolve("speech." + request.format().extension());
        // what is to be damaged is damaged whole
        if (live == null || fault.isPresent()) whole(order, reading, recording, fault, file);
        else aloud(order, reading, recording, new GrowingFile(file, live));
        var timings = CharacterClock.timings(order.text(), recording.tokens(), recording.duration());
        return new Speech(file, true, timings, null, null, warnings(request, order.voice(), reading));
    }

    private void whole(SpeechOrder order, Reading reading, Recording recording, Optional<Fault> fault, Path file)
            throws ProviderException, InterruptedException {
        for (var sentence : reading.sentences()) recording.add(sentence, say(sentence, order));
        encode(Faults.damage(fault, recording.pcm()), order.request(), file);
        if (fault.filter(Fault::garbled).isPresent()) Faults.damage(fault, file);
    }

    /// Sentence by sentence, each heard as soon as it is spoken.
    private void aloud(SpeechOrder order, Reading reading, Recording recording, GrowingFile file)
            throws ProviderException, InterruptedException {
        var request = order.request();
        try (var writer = new AudioWriter(recording.sampleRate(), request.format(), request.quality(), file.path())) {
            for (var sentence : reading.sentences()) {
                recording.add(sentence, say(sentence, order));
                writer.accept(recording.next());
                writer.flush();
                file.handOn();
            }
            writer.finish();
            file.handOn();
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be encoded", e);
        }
    }

    private Utterance say(Sentence sentence, SpeechOrder order) throws ProviderException, InterruptedException {
        if (Thread.interrupted()) throw new InterruptedException();
        return mary.say(sentence, order.request().speed(), pitch(order.voice()));
    }

    private static Reading read(String text) throws ProviderException {
        if (text.codePointCount(0, text.length()) > MOST_CHARACTERS)
            throw new ProviderException(
                    FailureCode.INVALID_REQUEST, "the sandbox speaks at most " + MOST_CHARACTERS + " characters");
        var reading = EnglishReader.read(text);
        if (reading.sentences().isEmpty())
            throw new ProviderException(
                    FailureCode.INVALID_REQUEST, "the text has nothing in it that the sandbox can say in English");
        return reading;
    }

    private static void encode(Pcm pcm, SpeechRequested request, Path file) throws ProviderException {
        try {
            AudioCodec.encode(pcm, request.format(), request.quality(), file);
        } catch (IOException e) {
            throw new ProviderException(FailureCode.UNEXPECTED, "the audio could not be encoded", e);
        }
    }

    /// The same voice always has the same pitch; the first configured, Aria, has the voice's own.
    private double pitch(Voice voice) {
        int place = voices.all().indexOf(voice);
        int index = place >= 0 ? place : Math.floorMod(voice.id().hashCode(), PITCHES.length);
        return PITCHES[index % PITCHES.length];
    }

    private static List<String> warnings(SpeechRequested request, Voice voice, Reading reading) {
        var warnings = new ArrayList<String>();
        warnings.add("sandbox: made for trying out, without a speech provider");
        warnings.add("sandbox: voice " + voice.name() + " is spoken by MaryTTS cmu-slt-hsmm");
        var language = request.languageCode();
        if (language != null && !language.toLowerCase(Locale.ROOT).startsWith("en"))
            warnings.add("sandbox: speaks English only, not " + language);
        if (!reading.skipped().isEmpty())
            warnings.add("sandbox: not spoken: "
                    + String.join(" ", reading.skipped().stream().limit(20).toList()));
        return warnings;
    }
}
