package dev.mediagen.tts.styletts2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.TextContent;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.modelserver.Contract;
import dev.mediagen.tts.modelserver.ModelServerStub;
import dev.mediagen.tts.modelserver.TestBucket;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StyleTts2SpeechProviderTest {
    private static final SpeechRequested PLAIN = Requests.speech("Hello there.", "woman", 1.0, AudioFormat.MP3);

    @TempDir
    Path workDir;

    private ModelServerStub stub;

    private record Config(Optional<URI> apiRoute, Optional<String> apiKey) implements StyleTts2SpeechConfig {
        @Override
        public Duration limit() {
            return Duration.ofSeconds(180);
        }

        @Override
        public int maxTextLength() {
            return 125;
        }
    }

    @BeforeEach
    void start() throws IOException {
        stub = new ModelServerStub(new ModelServerStub.Model(
                "/generate",
                List.of("text", "target_voice"),
                List.of("andreas", "woman"),
                "styletts2-output/",
                24_000,
                "Failed to generate speech"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsTextAndVoiceWithTheKey() throws Exception {
        speak("Hello there.", "woman", PLAIN);
        var received = stub.received().getFirst();
        assertThat(received.call()).isEqualTo("POST /generate");
        assertThat(received.authorization()).isEqualTo("Bearer " + ModelServerStub.KEY);
        Contract.assertValid(received.body(), "styletts2/generate");
        Contract.assertValid(stub.answers().getFirst(), "modelserver/made");
        assertThat(received.body()).isEqualTo("{\"text\":\"Hello there.\",\"target_voice\":\"woman\"}");
    }

    @Test
    void givesTheServersAudioToBeKeptBelowItsPrefix() throws Exception {
        var speech = speak("Hello there.", "andreas", PLAIN);
        assertThat(AudioCodec.duration(speech.audio())).isEqualTo(0.5);
        assertThat(speech.asAsked()).isFalse();
        assertThat(speech.timings()).isNull();
        assertThat(speech.keepUnder()).isEqualTo("styletts2-output/");
        assertThat(speech.warnings()).isEmpty();
        assertThat(TestBucket.keys("styletts2-output/")).isEmpty();
    }

    @Test
    void acceptsARouteThatEndsInASlash() throws Exception {
        speak(provider(URI.create(stub.uri() + "/")), "Hello.", "woman", PLAIN);
        assertThat(stub.received().getFirst().call()).isEqualTo("POST /generate");
    }

    @Test
    void saysWhichSettingsItDoesNotHave() throws Exception {
        var asked = new SpeechRequested(
                "g1",
                "t1",
                "u1",
                Instant.MAX,
                new TextContent("Hallo", null),
                "woman",
                "eleven_v3",
                0.4,
                0.7,
                0.1,
                1.1,
                true,
                "de",
                "7",
                AudioFormat.WAV,
                AudioQuality.LOW,
                true,
                true,
                null,
                "styletts2",
                null);
        assertThat(speak("Hallo", "woman", asked).warnings())
                .containsExactly("styletts2: has no modelId, stability, similarityBoost, style, speed, useSpeakerBoost,"
                        + " languageCode, seed");
    }

    @Test
    void doesNotSendATextWithoutWords() {
        assertThat(failure(" \n", "woman").code()).isEqualTo(FailureCode.INVALID_REQUEST);
        assertThat(stub.received()).isEmpty();
    }

    @Test
    void passesOnThatTheServerRefuses() {
        assertThat(failure("Hello.", "trump")).hasMessage("styletts2 does not have this voice");
        assertThat(failure("a".repeat(5001), "woman")).hasMessage("styletts2 says the text is too long");
    }

    @Test
    void tellsWhatItCanDo() throws Exception {
        var provider = provider(stub.uri());
        var capability = provider.capability(2);
        assertThat(capability.configured()).isTrue();
        assertThat(capability.order()).isEqualTo(2);
        assertThat(capability.voices())
                .containsExactly(new Voice("andreas", "andreas", "Standard"), new Voice("woman", "woman", "Standard"));
        assertThat(capability.formats()).containsExactly("mp3", "wav", "opus");
        assertThat(provider.maxTextLength("any")).isEqualTo(125);
        assertThat(Requests.VOICES.at(provider, "Andreas", null).id()).isEqualTo("andreas");
        assertThat(catchThrowableOfType(ProviderException.class, () -> Requests.VOICES.at(provider, "Aria", null))
                        .code())
                .isEqualTo(FailureCode.VOICE_NOT_FOUND);
    }

    @Test
    void namesTheSettingItMisses() {
        var uri = Optional.of(stub.uri());
        assertThat(provider(new Config(Optional.empty(), Optional.of("k"))).missing())
                .contains("STYLETTS2_API_ROUTE");
        assertThat(provider(new Config(Optional.of(URI.create("gpu:8000")), Optional.of("k")))
                        .missing())
                .contains("STYLETTS2_API_ROUTE");
        assertThat(provider(new Config(uri, Optional.empty())).missing()).contains("BACKEND_API_KEY");
        assertThat(provider(new Config(uri, Optional.of("k"))).missing()).isEmpty();
    }

    private ProviderException failure(String text, String voice) {
        return catchThrowableOfType(ProviderException.class, () -> speak(text, voice, PLAIN));
    }

    private Speech speak(String text, String voice, SpeechRequested request)
            throws ProviderException, InterruptedException {
        return speak(provider(stub.uri()), text, voice, request);
    }

    private Speech speak(StyleTts2SpeechProvider provider, String text, String voice, SpeechRequested request)
            throws ProviderException, InterruptedException {
        var order = SpeechOrder.whole(request, text, new Voice(voice, voice, "Standard"));
        return provider.speak(order, new RecordingContext(workDir));
    }

    private static StyleTts2SpeechProvider provider(URI route) {
        return provider(new Config(Optional.of(route), Optional.of(ModelServerStub.KEY)));
    }

    private static StyleTts2SpeechProvider provider(Config config) {
        return new StyleTts2SpeechProvider(new StyleTts2SpeechApi(TestBucket.server(), config), config);
    }
}
