package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.SpeechRequested;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasingTest {
    private static final String V2 = "eleven_multilingual_v2";

    private static Phrasing phrasing(String model, String language, String seed) {
        var request = Desk.request(model, AudioFormat.MP3, AudioQuality.MEDIUM, language, seed);
        return Phrasing.of(Desk.whole(request), model, List.of());
    }

    private static JsonNode sent(Phrasing phrasing) throws Exception {
        return Contract.SPEECH_REQUEST.check(ContractJson.mapper().writeValueAsString(phrasing.body()));
    }

    /// With every setting away from its default.
    private static SpeechRequested expressive(double stability) {
        var r = Desk.request(V2, AudioFormat.MP3, AudioQuality.MEDIUM);
        return new SpeechRequested(
                r.generationId(),
                r.tenant(),
                r.user(),
                r.expiresAt(),
                r.text(),
                r.voice(),
                r.modelId(),
                stability,
                0.1,
                0.3,
                0.7,
                true,
                null,
                null,
                r.format(),
                r.quality(),
                true,
                true,
                null,
                null,
                null);
    }

    @Test
    void sendsEverySettingAndTheBoostOnlyWhenSet() throws Exception {
        var settings =
                sent(Phrasing.of(Desk.whole(expressive(0.2)), V2, List.of())).path("voice_settings");

        assertThat(settings).hasToString("""
                {"stability":0.2,"similarity_boost":0.1,"style":0.3,"speed":0.7,"use_speaker_boost":true}""");
    }

    @Test
    void leavesV3OnlyAStabilityThatItKnows() throws Exception {
        var phrasing = Phrasing.of(Desk.whole(expressive(0.2)), "eleven_v3", List.of());

        assertThat(sent(phrasing).path("voice_settings")).hasToString("{\"stability\":0.0}");
        assertThat(phrasing.warnings())
                .containsExactly(
                        "elevenlabs: eleven_v3 knows the stabilities 0, 0.5 and 1, 0.0 was taken",
                        "elevenlabs: eleven_v3 does not know similarityBoost, style, speed, useSpeakerBoost, left out");
        assertThat(phrasing("eleven_v3", null, null).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "4294967295,4294967295", "007,7"})
    void sendsSeedsThatFit(String seed, long expected) throws Exception {
        assertThat(sent(phrasing(V2, null, seed)).path("seed").asLong()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1", "4294967296", "17454220438242315174", "nine"})
    void leavesOtherSeedsOutAndSaysSo(String seed) throws Exception {
        var phrasing = phrasing(V2, null, seed);

        assertThat(sent(phrasing).has("seed")).isFalse();
        assertThat(phrasing.warnings()).containsExactly("elevenlabs: seeds are 0 to 4294967295, seed left out");
    }

    @Test
    void sendsTheLanguageOnlyToModelsThatTakeIt() throws Exception {
        assertThat(sent(phrasing("eleven_flash_v2_5", "sv-SE", null))
                        .path("language_code")
                        .asText())
                .isEqualTo("sv");
        var multilingual = phrasing(V2, "sv", null);
        assertThat(sent(multilingual).has("language_code")).isFalse();
        assertThat(multilingual.warnings()).hasSize(1);
    }

    @Test
    void sendsTheTextAroundAChunk() throws Exception {
        var body = sent(Phrasing.of(Desk.chunk(V2, List.of()), V2, List.of()));

        assertThat(body.path("previous_text").asText()).isEqualTo("Before.");
        assertThat(body.path("next_text").asText()).isEqualTo("After.");
    }

    @Test
    void sendsEarlierCallsRatherThanTheirText() throws Exception {
        var order = Desk.chunk(V2, List.of("a", "b", "c", "d"));
        var body = sent(Phrasing.of(order, V2, new Stitching().ids(order, V2)));

        assertThat(body.path("previous_request_ids")).hasToString("[\"b\",\"c\",\"d\"]");
        assertThat(body.has("previous_text")).isFalse();
    }

    @Test
    void tellsV3NothingOfOtherChunks() throws Exception {
        var order = Desk.chunk("eleven_v3", List.of("a"));
        var body = sent(Phrasing.of(order, "eleven_v3", new Stitching().ids(order, "eleven_v3")));

        assertThat(body.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("text", "model_id", "voice_settings");
    }
}
