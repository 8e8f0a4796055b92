package dev.mediagen.tts.seedvc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ConversionRequested;
import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.StagedAsset;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.RecordingContext;
import dev.mediagen.tts.Sound;
import dev.mediagen.tts.modelserver.Contract;
import dev.mediagen.tts.modelserver.ModelServerStub;
import dev.mediagen.tts.modelserver.TestBucket;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeedVcConversionProviderTest {
    private static final List<String> VOICES = List.of("andreas", "woman", "trump");
    private static final String CHECKED = "the recording as it was checked";
    private final Staged staged = new Staged();
    private final String upload = "uploads/acme/" + UUID.randomUUID() + ".wav";

    @TempDir
    Path workDir;

    private ModelServerStub stub;

    private record Config(Optional<URI> apiRoute, Optional<String> apiKey) implements SeedVcConversionConfig {
        @Override
        public Duration limit() {
            return Duration.ofSeconds(180);
        }
    }

    @BeforeEach
    void start() throws IOException {
        stub = new ModelServerStub(new ModelServerStub.Model(
                "/convert",
                List.of("source_audio_key", "target_voice"),
                VOICES,
                "seedvc-outputs/",
                22_050,
                "Error in voice conversion"));
        TestBucket.put(upload, new byte[] {1});
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsTheKeyOfTheCheckedRecordingAndTheVoice() throws Exception {
        convert(upload, "trump", false);
        var received = stub.received().getFirst();
        assertThat(received.call()).isEqualTo("POST /convert");
        assertThat(received.authorization()).isEqualTo("Bearer " + ModelServerStub.KEY);
        Contract.assertValid(received.body(), "seedvc/convert");
        Contract.assertValid(stub.answers().getFirst(), "modelserver/made");
        assertThat(received.body()).isEqualTo("{\"source_audio_key\":\"staging/0.wav\",\"target_voice\":\"trump\"}");
    }

    @Test
    void letsTheServerReadTheCheckedBytesWhateverTheUploadHasBecome() throws Exception {
        TestBucket.put(upload, new byte[] {6, 6, 6});
        convert(upload, "woman", false);
        assertThat(staged.made).containsExactly(entry("staging/0.wav", CHECKED));
        assertThat(stub.received().getFirst().body()).doesNotContain(upload);
    }

    @Test
    void deletesTheStagedRecordingAlsoAfterAFailure() throws Exception {
        convert(upload, "woman", false);
        failure(upload, "Aria");
        assertThat(staged.made).isNotEmpty();
        assertThat(TestBucket.keys("staging/")).isEmpty();
    }

    @Test
    void givesTheServersAudioToBeKeptBelowItsPrefixAndLeavesTheRecording() throws Exception {
        var sound = convert(upload, "woman", false);
        assertThat(AudioCodec.duration(sound.audio())).isEqualTo(0.5);
        assertThat(sound.asAsked()).isFalse();
        assertThat(sound.keepUnder()).isEqualTo("seedvc-outputs/");
        assertThat(sound.warnings()).isEmpty();
        assertThat(TestBucket.keys("seedvc-outputs/")).isEmpty();
        assertThat(TestBucket.keys(upload)).containsExactly(upload);
    }

    @Test
    void saysThatItCannotKeepThePitch() throws Exception {
        assertThat(convert(upload, "woman", true).warnings())
                .containsExactly("seedvc: has no f0Condition; the pitch of the recording is not kept");
    }

    @Test
    void passesOnThatTheServerRefusesAVoice() {
        assertThat(failure(upload, "Aria")).hasMessage("seedvc does not have this voice");
    }

    @Test
    void tellsWhatItCanDo() {
        var capability =
                provider(new Config(Optional.of(stub.uri()), Optional.of("k"))).capability(0);
        assertThat(capability.kind()).isEqualTo(Kind.CONVERSION);
        assertThat(capability.configured()).isTrue();
        assertThat(capability.voices()).extracting(Voice::id).containsExactlyElementsOf(VOICES);
        assertThat(capability.voices()).extracting(Voice::type).containsOnly("Standard");
    }

    @Test
    void namesTheSettingItMisses() {
        assertThat(provider(new Config(Optional.empty(), Optional.of("k"))).missing())
                .contains("SEED_VC_API_ROUTE");
        assertThat(provider(new Config(Optional.of(stub.uri()), Optional.empty()))
                        .missing())
                .contains("BACKEND_API_KEY");
    }

    private ProviderException failure(String key, String voice) {
        return catchThrowableOfType(ProviderException.class, () -> convert(key, voice, false));
    }

    private Sound convert(String key, String voice, boolean f0Condition)
            throws ProviderException, InterruptedException {
        var request = new ConversionRequested(
                "g1",
                "acme",
                "u1",
                Instant.MAX,
                new StagedAsset(key, "audio/wav", 1, ""),
                voice,
                f0Condition,
                AudioFormat.MP3,
                AudioQuality.MEDIUM,
                true,
                null,
                "seedvc",
                null);
        var resolved = new Voice(voice, voice, "Standard");
        return provider(new Config(Optional.of(stub.uri()), Optional.of(ModelServerStub.KEY)))
                .convert(request, fetched(), resolved, context());
    }

    private Path fetched() {
        try {
            return Files.writeString(workDir.resolve("fetched"), CHECKED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What is staged lies in the bucket, as in production.
    private RecordingContext context() {
        return new RecordingContext(
                workDir, staged, new ArrayList<>(), new ArrayList<>(), new AtomicReference<>(), Instant.MAX);
    }

    private static final class Staged extends AbstractMap<String, byte[]> {
        private final Map<String, String> made = new HashMap<>();

        @Override
        public byte[] put(String key, byte[] bytes) {
            made.put(key, new String(bytes, StandardCharsets.UTF_8));
            TestBucket.put(key, bytes);
            return null;
        }

        @Override
        public Set<Map.Entry<String, byte[]>> entrySet() {
            return Set.of();
        }
    }

    private static SeedVcConversionProvider provider(Config config) {
        return new SeedVcConversionProvider(new SeedVcConversionApi(TestBucket.server(), config));
    }
}
