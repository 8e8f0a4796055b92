package dev.mediagen.tts.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.SpeechRequested;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.Speech;
import dev.mediagen.tts.SpeechOrder;
import dev.mediagen.tts.openai.StubServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiSpeechProviderTest {
    private static final byte[] AUDIO = "RIFF….WAVE".getBytes();
    private static final String SPEECH = "/audio/speech";

    @TempDir
    Path workDir;

    private StubServer stub;

    @BeforeEach
    void start() throws Exception {
        stub = new StubServer().on(SPEECH, Answer.audio(AUDIO));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsTheDefaultsOfTheDocuments() throws Exception {
        speak(Server.at(stub, "openai"), request(AudioFormat.MP3));

        var call = stub.last(SPEECH);
        assertThat(ContractJson.mapper().readTree(call.body()))
                .isEqualTo(ContractJson.mapper().readTree("""
                        {"model":"gpt-4o-mini-tts","input":"Good morning.","voice":"nova","response_format":"wav","speed":1.0}"""));
        Contract.assertValid(call.body(), "speak");
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer " + Server.KEY);
        assertThat(call.method()).isEqualTo("POST");
    }

    @ParameterizedTest
    @EnumSource(AudioFormat.class)
    void asksForWavWhateverIsWantedAndSaysThatItMustBeEncoded(AudioFormat format) throws Exception {
        var speech = speak(Server.at(stub, "openai"), request(format));

        assertThat(stub.last(SPEECH).body()).contains("\"response_format\":\"wav\"");
        assertThat(speech.asAsked()).isFalse();
        assertThat(speech.timings()).isNull();
        assertThat(speech.requestId()).isEqualTo("req_1");
        assertThat(Files.readAllBytes(speech.audio())).isEqualTo(AUDIO);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.7, 1.2})
    void speedPasses(double speed) throws Exception {
        speak(Server.at(stub, "openai"), Requests.speech("Good morning.", "nova", speed, AudioFormat.MP3));
        Contract.assertValid(stub.last(SPEECH).body(), "speak");
        assertThat(stub.last(SPEECH).body()).contains("\"speed\":" + speed);
    }

    @Test
    void kokoroIsToldNotToStreamAndNeedsNoKey() throws Exception {
        var kokoro = Server.with(Map.of("base-url", stub.base(), "flavor", "kokoro"));
        var order = new Voice("Aria", "af_bella+af_sky(2)", "Custom");
        kokoro.provider().speak(SpeechOrder.whole(request(AudioFormat.MP3), "Hi.", order), desk());

        Contract.assertValid(stub.last(SPEECH).body(), "speak-kokoro");
        assertThat(stub.last(SPEECH).headers()).doesNotContainKey("Authorization");
    }

    @Test
    void localAiIsToldTheLanguage() throws Exception {
        var speech = speak(Server.at(stub, "localai"), unusual());
        Contract.assertValid(stub.last(SPEECH).body(), "speak-localai");
        assertThat(stub.last(SPEECH).body()).contains("\"language\":\"de\"", "\"model\":\"tts-1\"");
        assertThat(speech.warnings()).last().asString().doesNotContain("languageCode");
    }

    @Test
    void speachesHasAModelOfItsOwn() throws Exception {
        speak(Server.at(stub, "speaches"), request(AudioFormat.MP3));
        Contract.assertValid(stub.last(SPEECH).body(), "speak");
        assertThat(stub.last(SPEECH).body()).contains("Kokoro-82M");
    }

    @Test
    void tellsInOneWarningWhatTheServerDoesNotHave() throws Exception {
        assertThat(speak(Server.at(stub, "openai"), unusual()).warnings())
                .containsExactly(
                        "openai: spoken by the model gpt-4o-mini-tts",
                        "openai: has no stability, similarityBoost, style, useSpeakerBoost, languageCode, seed");
        assertThat(speak(Server.at(stub, "openai"), request(AudioFormat.MP3)).warnings())
                .hasSize(1);
    }

    private Speech speak(Server server, SpeechRequested request) throws Exception {
        var order = SpeechOrder.whole(request, request.text().inline(), new Voice("Aria", "nova", "Custom"));
        return server.provider().speak(order, desk());
    }

    private RecordingContext desk() {
        return new RecordingContext(workDir);
    }

    private static SpeechRequested request(AudioFormat format) {
        return Requests.speech("Good morning.", "Aria", 1, format);
    }

    private static SpeechRequested unusual() {
        var plain = request(AudioFormat.MP3);
        return new SpeechRequested(
                "g1",
                "t1",
                "u1",
                plain.expiresAt(),
                plain.text(),
                "Aria",
                plain.modelId(),
                0.1,
                0.2,
                0.3,
                1,
                true,
                "de",
                "7",
                AudioFormat.MP3,
                plain.quality(),
                true,
                true,
                null,
                null,
                null);
    }
}
