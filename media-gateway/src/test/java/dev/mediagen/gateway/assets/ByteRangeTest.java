package dev.mediagen.gateway.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.gateway.api.ProblemException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
    @ParameterizedTest
    @CsvSource({"bytes=0-0,0,0", "bytes=2-4,2,4", "bytes=5-,5,9", "bytes=-3,7,9", "bytes=-30,0,9", "bytes=3-99,3,9"})
    void readsOneRangeOfTenBytes(String header, long first, long last) {
        assertThat(ByteRange.of(header, 10)).isEqualTo(new ByteRange(first, last));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"bytes=-", "bytes=5-3", "bytes=0-1,3-4", "lines=1-2", "bytes=a-b"})
    void ignoresWhatIsNoSingleRange(String header) {
        assertThat(ByteRange.of(header, 10)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0"})
    void refusesARangeOutside(String header) {
        assertThatThrownBy(() -> ByteRange.of(header, 10)).isInstanceOf(ProblemException.class);
    }
}
