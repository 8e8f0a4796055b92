package dev.mediagen.gateway.generations.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.gateway.api.ProblemException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=10 | 10",
                "Wait=0 | 0",
                "wait=\"120\" | 120",
                "respond-async | 0",
                "respond-async, wait=10 | 10",
                "wait=10, respond-async | 10",
                "return=minimal; wait=7 | 7",
                "waiting | 60",
                "handling=lenient | 60"
            })
    void readsThePreference(String header, long seconds) {
        assertThat(Wait.of(List.of(header), Duration.ofSeconds(60)).longest()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait=121", "wait=-1", "wait=soon", "wait=99999999999"})
    void refusesAWaitOutOfRange(String header) {
        assertThatThrownBy(() -> Wait.of(List.of(header), Duration.ZERO))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("Prefer");
    }
}
