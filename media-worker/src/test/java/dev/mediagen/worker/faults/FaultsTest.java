package dev.mediagen.worker.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.media.Pcm;
import dev.mediagen.worker.parts.ProviderException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private final Faults faults = new Faults(true, Duration.ofMillis(1));

    @TempDir
    Path directory;

    @Test
    void failsAsOftenAsItIsAskedToAndThenSucceeds() throws Exception {
        assertFails("g", "Hello. [[sandbox: fail 2]]", FailureCode.PROVIDER_UNAVAILABLE);
        assertFails("g", "Hello. [[sandbox: fail 2]]", FailureCode.PROVIDER_UNAVAILABLE);

        assertThat(faults.begin("g", "Hello. [[sandbox: fail 2]]")).isEmpty();
        assertFails("another", "Hello. [[sandbox: fail 2]]", FailureCode.PROVIDER_UNAVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "[[sandbox: reject]],CONTENT_REJECTED",
        "[[sandbox: quota]],QUOTA_EXHAUSTED",
        "[[sandbox: hang]],PROVIDER_TIMEOUT",
        "[[sandbox: fail]],PROVIDER_UNAVAILABLE",
        "[[sandbox:rate-limit]],RATE_LIMITED"
    })
    void failsAsItIsAskedTo(String directive, FailureCode code) {
        assertFails("g", "Say " + directive + " this", code);
    }

    @Test
    void saysWhenToComeBack() {
        assertThatThrownBy(() -> faults.begin("g", "[[sandbox: rate-limit 1 after 1.5]]"))
                .isInstanceOfSatisfying(
                        ProviderException.class, e -> assertThat(e.retryAfter()).contains(Duration.ofMillis(1500)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no directive", "[[sandbox: dance]]", "[[sandbox: fail x]]", "[sandbox: fail]"})
    void leavesOtherTextsAlone(String text) throws Exception {
        assertThat(faults.begin("g", text)).isEmpty();
        assertThat(Fault.without("[sandbox: fail] x")).isEqualTo("[sandbox: fail] x");
    }

    @Test
    void blanksDirectivesOutWithoutMovingTheRest() {
        assertThat(Fault.without("a [[sandbox: slow 2]] b")).isEqualTo("a" + " ".repeat(21) + "b");
    }

    @Test
    void damagesSound() throws Exception {
        var sound = new Pcm(new float[] {0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f, 0.5f}, 10);
        assertThat(Faults.damage(faults.begin("g", "[[sandbox: silent]]"), sound)
                        .samples())
                .containsOnly(0f)
                .hasSize(10);
        assertThat(Faults.damage(faults.begin("g", "[[sandbox: truncated]]"), sound)
                        .samples())
                .hasSize(3);
        assertThat(Faults.damage(Optional.empty(), sound)).isSameAs(sound);
    }

    @Test
    void garblesFiles() throws Exception {
        var file = Files.writeString(directory.resolve("a.mp3"), "ID3 and more");
        Faults.damage(faults.begin("g", "[[sandbox: garbled]]"), file);

        assertThat(Files.readAllBytes(file)).hasSize(12).isNotEqualTo("ID3 and more".getBytes());
    }

    @Test
    void canBeSwitchedOff() throws Exception {
        assertThat(new Faults(false, Duration.ZERO).begin("g", "[[sandbox: fail]]"))
                .isEmpty();
    }

    private void assertFails(String generation, String text, FailureCode code) {
        assertThatThrownBy(() -> faults.begin(generation, text)).isInstanceOfSatisfying(ProviderException.class, e -> {
            assertThat(e.code()).isEqualTo(code);
            assertThat(ScriptedTrouble.caused(e)).isTrue();
        });
    }
}
