package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElevenLabsConversionProviderTest {
    private static final Pattern FIELD =
            Pattern.compile("name=\"(\\w+)\".*?\r\n\r\n(.*?)\r\n--", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    private static final byte[] MP3 = ElevenLabsSpeechProviderTest.MP3;

    @TempDir
    Path workDir;

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);

    ElevenLabsConversionProviderTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    private ElevenLabsConversionProvider provider() {
        return new ElevenLabsConversionProvider(
                new ElevenLabsConversionApi(desk.account), desk.catalogue, desk.formats);
    }

    private Sound convert(Path source, boolean f0Condition) throws Exception {
        var asset = new StagedAsset("uploads/1", "audio/wav", 1, "");
        var expiry = Instant.parse("2030-01-01T00:00:00Z");
        var request = new ConversionRequested(
                "g1",
                "t1",
                "u1",
                expiry,
                asset,
                "George",
                f0Condition,
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                true,
                null,
                null,
                null);
        return provider().convert(request, source, Desk.GEORGE, new RecordingContext(workDir));
    }

    private Path recording(int seconds) throws IOException {
        var samples = new float[8_000 * seconds];
        for (int at = 0; at < samples.length; at++) samples[at] = (float) Math.sin(at * 0.1) / 2;
        var file = workDir.resolve("recording.wav");
        AudioCodec.encode(new Pcm(samples, 8_000), AudioFormat.MP3, AudioQuality.LOW, file);
        return file;
    }

    private JsonNode form() throws IOException {
        var fields = ContractJson.mapper().createObjectNode();
        var field = FIELD.matcher(stub.last().text());
        while (field.find()) fields.put(field.group(1), field.group(2));
        return Contract.CONVERSION_REQUEST.check(fields.toString());
    }

    @Test
    void sendsTheRecordingAsAForm() throws Exception {
        stub.then(Answer.audio(MP3));
        var recording = recording(1);

        var sound = convert(recording, false);

        assertThat(stub.last().path()).isEqualTo("/v1/speech-to-speech/JBFqnCBsd6RMkjVDRZzb");
        assertThat(stub.last().query()).isEqualTo("output_format=mp3_44100_128");
        assertThat(stub.last().header("xi-api-key")).isEqualTo(Desk.KEY);
        assertThat(stub.last().header("content-type")).startsWith("multipart/form-data; boundary=");
        var sent = new String(Files.readAllBytes(recording), StandardCharsets.ISO_8859_1);
        assertThat(form().path("audio").asText()).isEqualTo(sent);
        assertThat(form().path("voice_settings").asText())
                .isEqualTo("{\"stability\":0.5,\"similarity_boost\":0.75,\"style\":0.0}");
        assertThat(sound.audio()).hasBinaryContent(MP3);
        assertThat(sound.asAsked()).isTrue();
        assertThat(sound.modelId()).isEqualTo("eleven_multilingual_sts_v2");
        assertThat(sound.warnings()).isEmpty();
    }

    @Test
    void saysThatItCannotKeepThePitch() throws Exception {
        stub.then(Answer.audio(MP3));

        assertThat(convert(recording(1), true).warnings())
                .containsExactly("elevenlabs: cannot keep the pitch of the recording, f0Condition left out");
    }

    @Test
    void refusesLongRecordingsBeforeTheyAreSent() throws Exception {
        var recording = recording(301);

        assertThatThrownBy(() -> convert(recording, false))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_REQUEST))
                .hasMessageContaining("under 5 minutes, this one has 301 seconds");
        assertThat(stub.asked).isEmpty();
    }

    @Test
    void passesARefusalOn() {
        stub.then(Answer.of(400, "{\"detail\":{\"code\":\"audio_too_short\"}}"));

        assertThatThrownBy(() -> convert(recording(1), false))
                .hasMessage("ElevenLabs refuses the request (400: audio too short)");
    }

    @Test
    void announcesTheVoices() {
        var capability = provider().capability(2);

        assertThat(capability.kind()).isEqualTo(Kind.CONVERSION);
        assertThat(capability.order()).isEqualTo(2);
        assertThat(capability.voices()).isNotEmpty();
        assertThat(capability.models()).isEmpty();
    }
}
