package dev.mediagen.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.SpeechProduced;
import dev.mediagen.contracts.StagedAsset;
import jakarta.enterprise.inject.Vetoed;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// In which order things happen to the store.
class AssetsTest {
    private static final String AUDIO = "staging/acme/g1/audio.mp3";
    private static final String VTT = "staging/acme/g1/words.vtt";
    private final StubStore store = new StubStore();
    private final Rows rows = new Rows();
    private final Bucket bucket = new Bucket(store, "media");
    private final Assets assets = new Assets(rows, new Verification(bucket), bucket);

    @Test
    @Timeout(10)
    void readsAndCopiesEverythingAtTheSameTime() throws Exception {
        var completion = completion(staged(AUDIO, "ID3 music"), staged(VTT, "WEBVTT\n"));
        store.awaitTogether(4);
        var stored = assets.keep(completion);
        assertThat(store.objects)
                .containsEntry(stored.object().key(), "ID3 music")
                .containsEntry(stored.renditions().get("vtt").key(), "WEBVTT\n");
        assertThat(stored.object().sha256()).isEqualTo(sha256("ID3 music"));
    }

    @Test
    void leavesTheStagedBytesUntilTheyAreFreed() throws Exception {
        var completion = completion(staged(AUDIO, "ID3 music"), staged(VTT, "WEBVTT\n"));
        var stored = assets.keep(completion);
        assertThat(store.objects).containsKeys(AUDIO, VTT);
        assets.free(completion, stored);
        assertThat(store.objects)
                .containsOnlyKeys(
                        stored.object().key(), stored.renditions().get("vtt").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "size", "type"})
    void leavesNoCopyOfWhatIsDamaged(String what) {
        var real = staged(AUDIO, what.equals("type") ? "<html>" : "ID3 music");
        var claimed = new StagedAsset(
                AUDIO,
                "audio/mpeg",
                real.size() + (what.equals("size") ? 1 : 0),
                what.equals("hash") ? "0".repeat(64) : real.sha256());
        var completion = completion(claimed, staged(VTT, "WEBVTT\n"));
        assertThatThrownBy(() -> assets.keep(completion)).isInstanceOf(NotKeptException.class);
        assertThat(rows.kept).isEmpty();
        assertThat(store.objects).containsOnlyKeys(AUDIO, VTT);
        assertThat(store.copied).hasSize(2);
    }

    @Test
    void leavesWhatIsKeptWhenAnotherTryOfItIsDamaged() throws Exception {
        var stored = assets.keep(completion(staged(AUDIO, "ID3 music"), staged(VTT, "WEBVTT\n")));
        rows.late = true;
        var damaged = new StagedAsset(AUDIO, "audio/mpeg", 9, "0".repeat(64));
        assertThatThrownBy(() -> assets.keep(completion(damaged, staged(VTT, "WEBVTT\n"))))
                .isInstanceOf(NotKeptException.class);
        assertThat(store.objects)
                .containsKeys(
                        stored.object().key(), stored.renditions().get("vtt").key());
    }

    @Test
    void answersWithWhatIsKeptWhenARepeatFreedTheBytesMeanwhile() throws Exception {
        var completion = completion(staged(AUDIO, "ID3 music"), staged(VTT, "WEBVTT\n"));
        var stored = assets.keep(completion);
        assets.free(completion, stored);
        rows.late = true;
        assertThat(assets.keep(completion)).isEqualTo(stored);
    }

    private StagedAsset staged(String key, String content) {
        store.objects.put(key, content);
        return new StagedAsset(key, key.endsWith("vtt") ? "text/vtt" : "audio/mpeg", content.length(), sha256(content));
    }

    private static GenerationCompleted completion(StagedAsset audio, StagedAsset vtt) {
        var made = new SpeechProduced(1, "id", "Aria", "m", AudioFormat.MP3, AudioQuality.MEDIUM, null);
        return new GenerationCompleted(
                "g1",
                Part.AUDIO,
                "acme",
                1,
                1,
                audio,
                Map.of("vtt", vtt),
                made,
                "sandbox",
                false,
                false,
                true,
                List.of(),
                null);
    }

    private static String sha256(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// A collection in memory.
    @Vetoed
    private static final class Rows extends AssetRepository {
        private final Map<String, Asset> kept = new ConcurrentHashMap<>();
        /// What is there already is not seen at the first look.
        private boolean late;

        @Override
        public Asset findById(String id) {
            boolean hidden = late;
            late = false;
            return hidden ? null : kept.get(id);
        }

        @Override
        public Optional<Asset> findByIdOptional(String id) {
            return Optional.ofNullable(kept.get(id));
        }

        @Override
        boolean add(Asset asset) {
            return kept.putIfAbsent(asset.id(), asset) == null;
        }
    }
}
