package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevenLabsSpeechProviderTest {
    static final byte[] MP3 = "ID3 and then what is heard".getBytes();
    /// The shape of the documentation's example, 20 Nov 2026.
    static final String ALIGNMENT = """
            {"characters":["H","i"],"character_start_times_seconds":[0.0,0.12],"character_end_times_seconds":[0.12,0.3]}""";

    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);

    ElevenLabsSpeechProviderTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    static Answer spoken(byte[] audio, String alignment) {
        return spoken(audio, alignment, "null");
    }

    private static Answer spoken(byte[] audio, String alignment, String normalized) {
        var base64 = Base64.getEncoder().encodeToString(audio);
        var body = """
                {"audio_base64":"%s","alignment":%s,"normalized_alignment":%s,"new":[{"a":1}]}""";
        var answer = body.formatted(base64, alignment, normalized);
        if (audio.length < 1000) Contract.SPEECH_ANSWER.check(answer);
        return Answer.of(200, answer).with("request-id", "req_1").with("content-type", "application/json");
    }

    private Speech speak(SpeechOrder order) throws Exception {
        return desk.speech().speak(order, new RecordingContext(workDir));
    }

    private JsonNode sent() {
        return Contract.SPEECH_REQUEST.check(stub.last().json());
    }

    private static SpeechOrder hi() {
        return Desk.whole(Desk.request("eleven_multilingual_v2", AudioFormat.MP3, AudioQuality.MEDIUM));
    }

    @Test
    void givesAudioAndTimingsOfOneCall() throws Exception {
        stub.then(spoken(MP3, ALIGNMENT));

        var speech = speak(hi());

        assertThat(speech.audio()).hasBinaryContent(MP3);
        assertThat(speech.asAsked()).isTrue();
        assertThat(speech.timings().characters()).containsExactly("H", "i");
        assertThat(speech.timings().ends()).containsExactly(0.12, 0.3);
        assertThat(speech.requestId()).isEqualTo("req_1");
        assertThat(speech.modelId()).isEqualTo("eleven_multilingual_v2");
        assertThat(speech.warnings()).isEmpty();
        assertThat(Files.list(workDir)).containsExactly(speech.audio());
    }

    @Test
    void sendsTheDocumentsDefaults() throws Exception {
        stub.then(spoken(MP3, ALIGNMENT));

        speak(hi());

        var call = stub.last();
        assertThat(call.method()).isEqualTo("POST");
        assertThat(call.path()).isEqualTo("/v1/text-to-speech/JBFqnCBsd6RMkjVDRZzb/with-timestamps");
        assertThat(call.query()).isEqualTo("output_format=mp3_44100_128");
        assertThat(call.header("xi-api-key")).isEqualTo(Desk.KEY);
        assertThat(sent()).hasToString("""
                {"text":"Hi","model_id":"eleven_multilingual_v2","voice_settings":\
                {"stability":0.5,"similarity_boost":0.75,"style":0.0,"speed":1.0}}""");
    }

    @Test
    void leavesTimingsOutThatDoNotFitTheText() throws Exception {
        stub.then(spoken(MP3, "null")).then(spoken(MP3, ALIGNMENT.replace("\"i\"", "\"o\"")));
        stub.then(spoken(MP3, ALIGNMENT.replace("[0.0,0.12]", "[0.0]")));

        for (int answer = 0; answer < 3; answer++) {
            var speech = speak(hi());
            assertThat(speech.timings()).isNull();
            assertThat(speech.warnings()).containsExactly("elevenlabs: gave no timings that fit the text");
        }
    }

    @Test
    void keepsHowTheTextWasReadBesideHowItWasWritten() throws Exception {
        var read = ALIGNMENT.replace("\"H\",\"i\"", "\"H\",\"igh\"");
        stub.then(spoken(MP3, ALIGNMENT, read)).then(spoken(MP3, "null", read));

        var both = speak(hi()).timings();
        assertThat(both.characters()).containsExactly("H", "i");
        assertThat(both.spoken().characters()).containsExactly("H", "igh");
        assertThat(both.spoken().ends()).containsExactly(0.12, 0.3);

        var speech = speak(hi());
        assertThat(speech.timings().characters()).isEmpty();
        assertThat(speech.timings().spoken()).isEqualTo(both.spoken());
        assertThat(speech.warnings()).isEmpty();
    }

    @Test
    void leavesOutBrokenTimingsOfHowItWasRead() throws Exception {
        stub.then(spoken(MP3, ALIGNMENT, ALIGNMENT.replace("[0.0,0.12]", "[0.0]")));

        assertThat(speak(hi()).timings().spoken()).isNull();
    }

    /// A string of this size would break Jackson's limit if it ever became one.
    @Test
    void neverHoldsTheAudioInMemory() throws Exception {
        var audio = new byte[24 << 20];
        new Random(1).nextBytes(audio);
        stub.then(spoken(audio, ALIGNMENT));

        var speech = speak(hi());

        assertThat(speech.audio()).hasBinaryContent(audio);
        assertThat(speech.timings()).isNotNull();
    }

    @Test
    void rejectsWhatIsGarbledAndSaysThatItMayHaveCost() {
        stub.then(Answer.of(200, "{\"audio_base64\":\"SUQz")).then(Answer.of(200, "<html>"));
        stub.then(Answer.of(200, "{\"audio_base64\":\"\"}")).then(Answer.of(200, "{\"audio_base64\":\"?!\"}"));
        stub.then(Answer.of(200, "[]")).then(Answer.of(200, "{\"detail\":{\"status\":\"odd\"}}"));

        for (int answer = 0; answer < 6; answer++)
            fails(hi(), FailureCode.QUALITY_REJECTED).matches(e -> ((ProviderException) e).isCostly());
    }

    @Test
    void callsALostAnswerCostly() {
        stub.then(spoken(MP3, ALIGNMENT).truncated());

        fails(hi(), FailureCode.PROVIDER_UNAVAILABLE).matches(e -> ((ProviderException) e).isCostly());
    }

    @Test
    void doesNotWaitLongerThanItsLimit() throws Exception {
        stub.then(StubElevenLabs.SILENCE);
        try (var hasty = new Desk(stub, Map.of("timeout", "200ms"), Requests.VOICES)) {
            assertThatThrownBy(() -> hasty.speech().speak(hi(), new RecordingContext(workDir)))
                    .isInstanceOfSatisfying(ProviderException.class, e -> {
                        assertThat(e.code()).isEqualTo(FailureCode.PROVIDER_TIMEOUT);
                        assertThat(e.isCostly()).isTrue();
                    });
        }
    }

    @Test
    void tellsHowManyCallsTheAccountTakes() throws Exception {
        stub.then(Answer.of(429, "{}").with("maximum-concurrent-requests", "3"));
        fails(hi(), FailureCode.RATE_LIMITED);
        assertThat(desk.limits).containsExactly(Map.entry("elevenlabs", 3));

        stub.then(spoken(MP3, ALIGNMENT).with("maximum-concurrent-requests", "5"));
        speak(hi());
        assertThat(desk.limits).containsExactly(Map.entry("elevenlabs", 5));
    }

    @Test
    void repeatsNeitherTheKeyNorTheVendorsWords() {
        var gossip = "{\"detail\":{\"code\":\"%1$s\",\"status\":\"%1$s\",\"message\":\"bad key %1$s\"}}";
        stub.then(Answer.of(401, gossip.formatted(Desk.KEY)).with("x-trace-id", "bad key " + Desk.KEY));
        try (var log = new LogRecorder()) {
            fails(hi(), FailureCode.UNAUTHORIZED)
                    .hasMessage("ElevenLabs does not accept the API key (401)")
                    .satisfies(e -> assertThat(e.getCause()).isNull());
            assertThat(log.lines()).isNotEmpty().noneMatch(line -> line.contains(Desk.KEY));
        }
    }

    @Test
    void refusesVoiceIdsThatCouldChangeThePath() {
        var voice = new dev.mediagen.contracts.Voice("x", "../models?", "Custom");
        var order = SpeechOrder.whole(hi().request(), "Hi", voice);

        fails(order, FailureCode.INVALID_REQUEST);
        assertThat(stub.asked).isEmpty();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> fails(SpeechOrder order, FailureCode code) {
        return assertThatThrownBy(() -> speak(order))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
