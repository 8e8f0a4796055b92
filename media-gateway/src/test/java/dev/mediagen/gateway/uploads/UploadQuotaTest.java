package dev.mediagen.gateway.uploads;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.gateway.api.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class UploadQuotaTest {
    private final UploadQuota quota = new UploadQuota(3, new MemorySize(BigInteger.valueOf(100)));

    @Test
    void takesUpToTheLastByteAndUpload() {
        assertThatCode(() -> quota.check(List.of(), 100)).doesNotThrowAnyException();
        assertThatCode(() -> quota.check(List.of(40L, 40L), 20)).doesNotThrowAnyException();
    }

    @Test
    void refusesWhatIsBeyond() {
        assertThatThrownBy(() -> quota.check(List.of(1L, 1L, 1L), 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("3 uploads");
        assertThatThrownBy(() -> quota.check(List.of(80L), 21)).hasMessageContaining("100 bytes");
    }
}
