package dev.mediagen.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NewSecretTest {
    @Test
    void keysHaveTheFormThatIsReadAndNeverRepeat() {
        var keys = Stream.generate(NewSecret::key)
                .limit(1_000)
                .peek(key -> assertThat(ApiKey.Presented.of(key.text())).contains(key))
                .map(ApiKey.Presented::secret)
                .collect(Collectors.toSet());
        assertThat(keys).hasSize(1_000);
    }

    @Test
    void theEndOfAKeyIsItsChecksum() {
        String key = NewSecret.key().text();
        int end = key.length() - 6;
        assertThat(NewSecret.checksum(key.substring(0, end))).isEqualTo(key.substring(end));
    }

    /// The check value of CRC-32 is 0xCBF43926 = 3421780262.
    @Test
    void theChecksumIsCrc32ToTheBase62() {
        String digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
        long value = NewSecret.checksum("123456789")
                .chars()
                .mapToLong(digits::indexOf)
                .reduce(0, (v, d) -> v * 62 + d);
        assertThat(value).isEqualTo(3_421_780_262L);
    }
}
