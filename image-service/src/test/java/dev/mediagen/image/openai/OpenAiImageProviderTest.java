package dev.mediagen.image.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.contracts.ImageFormat;
import dev.mediagen.contracts.ImageRequested;
import dev.mediagen.image.Desk;
import dev.mediagen.image.Image;
import dev.mediagen.image.Requests;
import dev.mediagen.image.openai.StubServer.Answer;
import dev.mediagen.worker.media.ImageCodec;
import dev.mediagen.worker.parts.ProviderException;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiImageProviderTest {
    private static final String GENERATE = "/images/generations";
    private static final String EDIT = "/images/edits";

    @TempDir
    Path workDir;

    private StubServer stub;
    private byte[] picture;

    @BeforeEach
    void start() throws Exception {
        picture = new byte[3_000_000];
        new SplittableRandom(1).nextBytes(picture);
        stub = new StubServer().on(GENERATE, made()).on(EDIT, made());
    }

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void sendsWhatTheContractHasAndKeepsTheBytes() throws Exception {
        var image = generate(Server.at(stub, "openai"), Requests.image("Stürm").build());

        var call = stub.last(GENERATE);
        Contract.assertValid(call.body(), "generate");
        assertThat(call.body()).contains("\"prompt\":\"Stürm\"", "\"n\":1");
        assertThat(call.headers().getFirst("Authorization")).isEqualTo("Bearer " + Server.KEY);
        assertThat(Files.readAllBytes(image.file())).isEqualTo(picture);
        assertThat(image.requestId()).isEqualTo("req_1");
    }

    @Test
    void localAiGetsItsOwnBodyAndNeedsNoKey() throws Exception {
        var local = Server.with(Map.of("base-url", stub.base(), "flavor", "localai", "unfiltered", "true"));
        var image = generate(local, Requests.image("A storm").build());
        Contract.assertValid(stub.last(GENERATE).body(), "generate-localai");
        assertThat(stub.last(GENERATE).headers()).doesNotContainKey("Authorization");
        assertThat(image.seed()).isEqualTo("7");
    }

    @Test
    void localAiPaintsNothingUncheckedUnlessItMay() throws Exception {
        var local = Server.at(stub, "localai");
        assertThatThrownBy(() -> generate(local, Requests.image("A storm").build()))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.NOT_AVAILABLE));
        assertThat(stub.asked).isEmpty();
        generate(local, Requests.image("A storm").unusual(null, 3.5, false).build());
        assertThat(stub.asked).hasSize(1);
    }

    @Test
    void whatWasMadeUncheckedIsNotFoundAgainOnceItMayNot() {
        var unfiltered = Server.with(Map.of("flavor", "localai", "unfiltered", "true"));
        assertThat(unfiltered.images().setup())
                .isNotEqualTo(Server.with(Map.of("flavor", "localai")).images().setup());
    }

    @ParameterizedTest
    @EnumSource(ImageFormat.class)
    void transformSendsTheSourceAsAForm(ImageFormat format) throws Exception {
        var source = workDir.resolve("source");
        ImageCodec.encode(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, source);
        var request = Requests.image("Stürm").transform(0.75).build();
        var image = Server.at(stub, "openai").images().generate(request, source, new Desk(workDir, null));

        var form = stub.last(EDIT).body();
        Contract.assertValid(fields(form), "edit");
        assertThat(fields(form)).contains("Stürm", format.mediaType());
        assertThat(Files.readAllBytes(image.file())).isEqualTo(picture);
    }

    @Test
    void pictureOfTheServerItselfIsFetchedWithoutTheKey() throws Exception {
        stub.on("/files/1.png", Answer.bytes("image/png", picture));
        stub.on(GENERATE, named(stub.base() + "/files/1.png"));
        var image =
                generate(Server.at(stub, "openai"), Requests.image("A storm").build());
        assertThat(Files.readAllBytes(image.file())).isEqualTo(picture);
        assertThat(stub.last("/files/1.png").headers()).doesNotContainKey("Authorization");
    }

    @Test
    void needsAKeyOnlyAtOpenAiItselfAndAServerThatPaints() {
        assertThat(Server.with(Map.of()).images().missing()).contains("OPENAI_API_KEY");
        assertThat(Server.with(Map.of("api-key", "k")).images().missing()).isEmpty();
        assertThat(Server.with(Map.of("base-url", "http://x/v1")).images().missing())
                .isEmpty();
        var kokoro = Server.with(Map.of("base-url", "http://x/v1", "flavor", "kokoro"))
                .images();
        assertThat(kokoro.missing()).isPresent();
        assertThat(kokoro.capability(-1).configured()).isFalse();
    }

    private Image generate(Server server, ImageRequested request) throws Exception {
        return server.images().generate(request, null, new Desk(workDir, null));
    }

    private Answer made() {
        var body = "{\"created\":1,\"usage\":{\"total_tokens\":1},\"data\":[{\"revised_prompt\":\"p\",\"b64_json\":\""
                + Base64.getEncoder().encodeToString(picture) + "\"}]}";
        Contract.assertValid(body, "images");
        return Answer.json(200, body).with(Map.of("x-request-id", "req_1"));
    }

    private static Answer named(String url) {
        return Answer.json(200, "{\"created\":1,\"data\":[{\"url\":\"" + url + "\"}]}");
    }

    /// The fields of a form; of a file, its media type.
    private static String fields(String form) throws Exception {
        var fields = new HashMap<String, String>();
        var part = Pattern.compile(
                        "form-data; name=\"(\\w+)\"(; filename=\"[^\"]+\")?\r\n(.*?)\r\n\r\n(.*?)\r\n--",
                        Pattern.DOTALL)
                .matcher(form);
        while (part.find()) {
            var type = part.group(3).replaceFirst("(?is).*content-type: ([^;\r\n]+).*", "$1");
            fields.put(part.group(1), part.group(2) != null ? type : part.group(4));
        }
        return ContractJson.mapper().writeValueAsString(fields);
    }
}
