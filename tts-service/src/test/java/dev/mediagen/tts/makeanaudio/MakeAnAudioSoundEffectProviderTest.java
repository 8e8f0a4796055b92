package dev.mediagen.tts.makeanaudio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.SoundEffectRequested;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Sound;
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

class MakeAnAudioSoundEffectProviderTest {
    @TempDir
    Path workDir;

    private ModelServerStub stub;

    private record Config(Optional<URI> apiRoute, Optional<String> apiKey) implements MakeAnAudioSoundEffectConfig {
        @Override
        public Duration limit() {
            return Duration.ofSeconds(180);
        }
    }

    @BeforeEach
    void start() throws IOException {
        stub = new ModelServerStub(new ModelServerStub.Model(
                "/generate", List.of("prompt"), List.of(), "make-an-audio-outputs/", 16_000, "Error generating audio"));
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsThePromptWithTheKey() throws Exception {
        make(10);
        var received = stub.received().getFirst();
        assertThat(received.call()).isEqualTo("POST /generate");
        assertThat(received.authorization()).isEqualTo("Bearer " + ModelServerStub.KEY);
        Contract.assertValid(received.body(), "makeanaudio/generate");
        Contract.assertValid(stub.answers().getFirst(), "modelserver/made");
        assertThat(received.body()).isEqualTo("{\"prompt\":\"rain\"}");
    }

    @Test
    void givesTheServersAudioToBeKeptBelowItsPrefix() throws Exception {
        var sound = make(10);
        assertThat(AudioCodec.duration(sound.audio())).isEqualTo(0.5);
        assertThat(sound.asAsked()).isFalse();
        assertThat(sound.keepUnder()).isEqualTo("make-an-audio-outputs/");
        assertThat(sound.warnings()).isEmpty();
        assertThat(TestBucket.keys("make-an-audio-outputs/")).isEmpty();
    }

    @Test
    void saysThatItKnowsOneLengthOnly() throws Exception {
        assertThat(make(2.5).warnings()).containsExactly("make-an-audio: makes about 10 s, not 2.5 s");
    }

    @Test
    void passesOnThatTheServerFailed() {
        stub.loaded(false);
        var failure = catchThrowableOfType(ProviderException.class, () -> make(10));
        assertThat(failure.code()).isEqualTo(FailureCode.PROVIDER_UNAVAILABLE);
        assertThat(failure).hasMessage("make-an-audio has not loaded its model");
    }

    @Test
    void tellsWhatItCanDo() {
        var capability =
                provider(new Config(Optional.of(stub.uri()), Optional.of("k"))).capability(-1);
        assertThat(capability.kind()).isEqualTo(Kind.SOUND_EFFECT);
        assertThat(capability.configured()).isTrue();
        assertThat(capability.voices()).isEmpty();
        assertThat(capability.minSeconds()).isEqualTo(10.0);
        assertThat(capability.maxSeconds()).isEqualTo(10.0);
    }

    @Test
    void namesTheSettingItMisses() {
        assertThat(provider(new Config(Optional.empty(), Optional.of("k"))).missing())
                .contains("MAKE_AN_AUDIO_API_ROUTE");
        assertThat(provider(new Config(Optional.of(stub.uri()), Optional.empty()))
                        .missing())
                .contains("BACKEND_API_KEY");
    }

    private Sound make(double seconds) throws ProviderException, InterruptedException {
        var request = new SoundEffectRequested(
                "g1",
                "acme",
                "u1",
                Instant.MAX,
                "rain",
                seconds,
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                true,
                null,
                "make-an-audio");
        return provider(new Config(Optional.of(stub.uri()), Optional.of(ModelServerStub.KEY)))
                .make(request, new RecordingContext(workDir));
    }

    private static MakeAnAudioSoundEffectProvider provider(Config config) {
        return new MakeAnAudioSoundEffectProvider(new MakeAnAudioSoundEffectApi(TestBucket.server(), config));
    }
}
