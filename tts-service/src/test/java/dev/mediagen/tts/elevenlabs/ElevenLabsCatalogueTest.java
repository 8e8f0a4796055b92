package dev.mediagen.tts.elevenlabs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mediagen.contracts.Kind;
import dev.mediagen.contracts.SpeechModel;
import dev.mediagen.contracts.Voice;
import dev.mediagen.tts.Requests;
import dev.mediagen.tts.elevenlabs.StubElevenLabs.Answer;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ElevenLabsCatalogueTest {
    private static final String ARIA = "fO844Om1VZLpw8IpZj3T";
    private static final String ROGER = "CwhRBWXzGAHq8TQ4Fs17";
    /// Shaped as the documentation says on 20 Nov 2026, with more fields than are read.
    private static final String MODELS = """
            [{"model_id":"eleven_v3","name":"v3","can_do_text_to_speech":true,"maximum_text_length_per_request":3000,
              "languages":[{"language_id":"en","name":"English"}]},
             {"model_id":"eleven_multilingual_v2","can_do_text_to_speech":true},
             {"model_id":"eleven_next","can_do_text_to_speech":true},
             {"model_id":"eleven_multilingual_sts_v2","can_do_text_to_speech":false}]""";
    private static final Answer NOT_FOUND = Answer.of(404, "{\"detail\":{\"code\":\"voice_not_found\"}}");
    private static final Answer NO_VOICES = page("[]", null);

    private final StubElevenLabs stub = new StubElevenLabs();
    private final Desk desk = new Desk(stub);

    ElevenLabsCatalogueTest() throws IOException {}

    @AfterEach
    void close() {
        desk.close();
        stub.close();
    }

    private static Answer page(String voices, String next) {
        var body = "{\"voices\":%s,\"has_more\":%b,\"total_count\":0,\"next_page_token\":%s}";
        var page = body.formatted(voices, next != null, next == null ? "null" : '"' + next + '"');
        Contract.VOICES_ANSWER.check(page);
        return Answer.of(200, page);
    }

    private static String voice(String id, String name) {
        return "{\"voice_id\":\"%s\",\"name\":\"%s\",\"category\":\"premade\"}".formatted(id, name);
    }

    private StubElevenLabs withModels() {
        Contract.MODELS_ANSWER.check(MODELS);
        return stub.at("/v1/models", Answer.of(200, MODELS));
    }

    private List<Voice> voices() {
        return desk.catalogue.capability(Kind.SPEECH, 0, List.of()).voices();
    }

    @Test
    void knowsTheModelsBeforeItHasAsked() {
        assertThat(desk.catalogue.models()).contains(new SpeechModel("eleven_flash_v2_5", 40_000));
        assertThat(desk.catalogue.maxTextLength("eleven_multilingual_v2")).isEqualTo(10_000);
        assertThat(desk.catalogue.maxTextLength(null)).isEqualTo(10_000);
        assertThat(voices()).isEqualTo(Requests.VOICES.all());
    }

    @Test
    void takesTheLimitsThatElevenLabsLists() throws Exception {
        withModels().at("/v2/voices", NO_VOICES).at("/v1/voices", Answer.of(200, "{}"));

        assertThat(desk.catalogue.refresh()).isTrue();

        assertThat(desk.catalogue.models())
                .containsExactly(
                        new SpeechModel("eleven_v3", 3_000),
                        new SpeechModel("eleven_multilingual_v2", 10_000),
                        new SpeechModel("eleven_next", 5_000));
        assertThat(desk.catalogue.maxTextLength("eleven_v3")).isEqualTo(3_000);
    }

    @Test
    void speaksForModelsOfOthersWithItsOwn() {
        assertThat(desk.catalogue.model("tts-1")).isEqualTo("eleven_multilingual_v2");
        assertThat(desk.catalogue.model("eleven_brand_new")).isEqualTo("eleven_brand_new");
    }

    @Test
    void keepsWhatItKnewWhileElevenLabsIsDown() throws Exception {
        withModels().at("/v2/voices", page("[" + voice("9BWtsMINqrJLrRacOk9x", "Aria") + "]", null));
        stub.at("/v1/voices", Answer.of(200, "{}"));
        desk.catalogue.refresh();
        var before = voices();

        stub.at("/v1/models", Answer.of(503, "")).at("/v2/voices", Answer.of(401, "{}"));

        assertThat(desk.catalogue.refresh()).isFalse();
        assertThat(desk.catalogue.models()).hasSize(3);
        assertThat(voices()).isEqualTo(before).hasSize(4);
    }

    @Test
    void announcesTheAccountsVoicesOfAllPages() throws Exception {
        withModels().at("/v2/voices", page("[" + voice(ROGER, "Roger - Laid-Back") + "]", "a b"));
        stub.at(
                "/v2/voices?page_size=100&include_total_count=false&next_page_token=a+b",
                page("[" + voice(ARIA, "x") + "," + voice("9BWtsMINqrJLrRacOk9x", "Aria") + "]", null));

        desk.catalogue.refresh();

        assertThat(voices())
                .containsExactly(
                        new Voice("Aria", ARIA, "Custom"),
                        new Voice("LavenderLessons", null, "Custom"),
                        new Voice("Roger", ROGER, "Standard"),
                        new Voice("Aria", "9BWtsMINqrJLrRacOk9x", "Account"));
    }

    @Test
    void announcesAsRetiredWhatElevenLabsNoLongerKnows() throws Exception {
        withModels().at("/v2/voices", NO_VOICES).at("/v1/voices/" + ROGER, NOT_FOUND);
        stub.at("/v1/shared-voices", NOT_FOUND).at("/v1/voices/" + ARIA, Answer.of(200, voice(ARIA, "Aria")));

        desk.catalogue.refresh();

        assertThat(voices())
                .contains(new Voice("Roger", ROGER, "Standard", true))
                .contains(new Voice("Aria", ARIA, "Custom"));
    }

    @Test
    void sparesVoicesOfThePublicLibrary() throws Exception {
        withModels().at("/v2/voices", NO_VOICES).at("/v1/voices/", NOT_FOUND);
        stub.at("/v1/shared-voices?page_size=10&search=" + ARIA, page("[" + voice(ARIA, "Aria") + "]", null));
        stub.at("/v1/shared-voices?page_size=10&search=" + ROGER, NO_VOICES);

        desk.catalogue.refresh();

        assertThat(voices()).extracting(Voice::retired).containsExactly(null, null, true);
    }

    @Test
    void retiresNothingWhenTheListIsPartOrTheCheckFails() throws Exception {
        withModels().at("/v2/voices", Answer.of(200, "{\"voices\":[],\"has_more\":true}"));
        stub.at("/v1/voices/", NOT_FOUND).at("/v1/shared-voices", NO_VOICES);
        assertThat(desk.catalogue.refresh()).isFalse();
        assertThat(voices()).isEqualTo(Requests.VOICES.all());

        stub.at("/v2/voices", NO_VOICES).at("/v1/voices/", Answer.of(500, ""));
        desk.catalogue.refresh();
        assertThat(voices()).isEqualTo(Requests.VOICES.all());
    }

    @Test
    void readsInTheBackgroundAndAgain() throws Exception {
        withModels().at("/v2/voices", NO_VOICES).at("/v1/voices", Answer.of(200, "{}"));
        try (var eager = new Desk(stub, Map.of("refresh", "10ms"), Requests.VOICES)) {
            eager.catalogue.start(new StartupEvent());

            await().untilAsserted(() -> assertThat(stub.asked)
                    .filteredOn(call -> call.path().equals("/v1/models"))
                    .hasSizeGreaterThan(2));
            eager.catalogue.stop();
        }
    }

    @Test
    void asksNobodyWithoutAKey() throws Exception {
        try (var keyless = new Desk(stub, Map.of("api-key", ""), Requests.VOICES)) {
            keyless.catalogue.start(new StartupEvent());

            assertThat(keyless.speech().missing()).contains("ELEVENLABS_API_KEY");
            assertThat(keyless.speech().capability(-1).configured()).isFalse();
            assertThat(stub.asked).isEmpty();
        }
    }

    @Test
    void whereItIsShapesWhatItMakesAndSaysNothingSecret() throws Exception {
        try (var desk = new Desk(stub, Map.of("base-url", "http://ann:secret@stub:81/v1"), Requests.VOICES)) {
            assertThat(desk.speech().setup()).isEqualTo("http://stub:81");
        }
        try (var desk = new Desk(stub, Map.of("base-url", ""), Requests.VOICES)) {
            assertThat(desk.speech().setup()).isEqualTo("https://api.elevenlabs.io");
            assertThat(desk.speech().effectiveModel("tts-1")).isEqualTo("eleven_multilingual_v2");
        }
    }

    @Test
    void takesTheBaseUrlAsTheDocumentsWriteIt() throws Exception {
        try (var desk = new Desk(stub, Map.of("base-url", "https://api.elevenlabs.io/v1/"), Requests.VOICES)) {
            assertThat(desk.account.uri("/v1/models")).hasToString("https://api.elevenlabs.io/v1/models");
        }
        try (var desk = new Desk(stub, Map.of("base-url", ""), Requests.VOICES)) {
            assertThat(desk.account.uri("/v1/models")).hasToString("https://api.elevenlabs.io/v1/models");
        }
    }
}
