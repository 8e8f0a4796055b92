package dev.mediagen.image.fal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FalSignatureTest {
    private static final String ID = "11111111-2222-3333-4444-555555555555";
    private static final String USER = "github|1";
    private static final String TIME = "1790000000";
    private static final String SIGNATURE = "6a58e6c919001bc1b802db2ff97452905144996bb6a3d83ecbb64dce69b41546"
            + "c569098267fa80214476ec5263e23232d73883c79e4c418b85351a9336c2aa05";
    private static final String BODY = """
            {"request_id": "%s", "gateway_request_id": "%s", "status": "OK", "error": null, \
            "payload": {"seed": 17454220438242315174}}""".formatted(ID, ID);

    @Test
    void acceptsWhatFalSigned() throws GeneralSecurityException {
        FalContract.checked("webhook", BODY);
        assertThat(signed(ID, USER, TIME, SIGNATURE).madeBy(keys(), bytes(BODY)))
                .isTrue();
    }

    @Test
    void triesEveryKey() throws GeneralSecurityException {
        var both = List.of(key(new byte[] {1}), keys().getFirst());
        assertThat(signed(ID, USER, TIME, SIGNATURE).madeBy(both, bytes(BODY))).isTrue();
    }

    @Test
    void refusesAnotherBody() throws GeneralSecurityException {
        var printedAnew = BODY.replace(": ", ":");
        assertThat(signed(ID, USER, TIME, SIGNATURE).madeBy(keys(), bytes(printedAnew)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "x11111111,github|1,1790000000",
        "11111111-2222-3333-4444-555555555555,github|2,1790000000",
        "11111111-2222-3333-4444-555555555555,github|1,1790000001"
    })
    void refusesOtherHeaders(String id, String user, String time) throws GeneralSecurityException {
        assertThat(signed(id, user, time, SIGNATURE).madeBy(keys(), bytes(BODY)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "00", "6a58"})
    void refusesWhatIsNoSignature(String signature) throws GeneralSecurityException {
        assertThat(signed(ID, USER, TIME, signature).madeBy(keys(), bytes(BODY)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0,true", "300,true", "-300,true", "301,false", "-301,false"})
    void isGoodForFiveMinutes(long late, boolean good) {
        var now = Instant.ofEpochSecond(Long.parseLong(TIME) + late);
        assertThat(signed(ID, USER, TIME, SIGNATURE).plausible(now)).isEqualTo(good);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999"})
    void needsATime(String time) {
        assertThat(signed(ID, USER, time, SIGNATURE).plausible(Instant.ofEpochSecond(0)))
                .isFalse();
        assertThat(signed(ID, USER, null, SIGNATURE).plausible(Instant.ofEpochSecond(0)))
                .isFalse();
    }

    private static FalSignature signed(String id, String user, String time, String signature) {
        return new FalSignature(id, user, time, signature);
    }

    private static List<PublicKey> keys() throws GeneralSecurityException {
        return List.of(FalSignature.key(Base64.getUrlDecoder().decode("6kpsY-KcUgq-9VB7Ey7F-ZVHdq6-vnuSQh7qaRRG0iw")));
    }

    private static PublicKey key(byte[] start) throws GeneralSecurityException {
        return FalSignature.key(Arrays.copyOf(start, 32));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
