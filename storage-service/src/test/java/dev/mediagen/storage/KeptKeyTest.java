package dev.mediagen.storage;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.GenerationCompleted;
import dev.mediagen.contracts.Part;
import dev.mediagen.contracts.StagedAsset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which objects a completion may name.
class KeptKeyTest {
    @ParameterizedTest
    @ValueSource(strings = {"staging/acme/g1/audio-1-x.mp3", "cache/acme/hash/x.json", "staging/acme/x.png"})
    void takesWhatTheTenantHasInWork(String key) {
        assertThatCode(() -> KeptKey.check(completion("acme", key))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "staging/other/g1/x.mp3",
                "cache/other/x.mp3",
                "staging/acme2/x.mp3",
                "staging/acme",
                "t/acme/audio/x.mp3",
                "uploads/acme/x.mp3",
                "/staging/acme/x.mp3",
                "staging/acme/../other/x.mp3",
                "staging/acme/./x.mp3",
                "staging/acme//x.mp3",
                "staging/acme/..\\x.mp3",
                "staging/acme/a\\x.mp3",
                "staging/acme/%2e%2e/x.mp3",
                "staging/acme/a\nb.mp3",
                "staging/acme/a\u0000.mp3",
                "staging/acme/x",
                "staging/acme/x.mp3/y",
                "staging/acme/x.M P"
            })
    void refusesEverythingElse(String key) {
        for (var completion : List.of(completion("acme", key), withRendition(key)))
            assertThatThrownBy(() -> KeptKey.check(completion)).isInstanceOf(NotKeptException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "a\\b", "a%2fb", "a\tb", "a..b"})
    void refusesTenantsThatAreNoFolder(String tenant) {
        assertThatThrownBy(() -> KeptKey.check(completion(tenant, "staging/" + tenant + "/x.mp3")))
                .isInstanceOf(NotKeptException.class);
    }

    private static GenerationCompleted withRendition(String key) {
        return completion("acme", "staging/acme/x.mp3", Map.of("vtt", staged(key)));
    }

    private static GenerationCompleted completion(String tenant, String key) {
        return completion(tenant, key, Map.of());
    }

    private static GenerationCompleted completion(String tenant, String key, Map<String, StagedAsset> renditions) {
        return new GenerationCompleted(
                "g1",
                Part.AUDIO,
                tenant,
                1,
                1,
                staged(key),
                renditions,
                null,
                "p",
                false,
                false,
                true,
                List.of(),
                null);
    }

    private static StagedAsset staged(String key) {
        return new StagedAsset(key, "audio/mpeg", 1, "");
    }
}
