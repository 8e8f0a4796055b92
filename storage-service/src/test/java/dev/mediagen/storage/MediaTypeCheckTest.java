package dev.mediagen.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The gateway's uploads are told apart by the same bytes.
class MediaTypeCheckTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        audio/mpeg, 49443304000000000023545353450000, true
        audio/mpeg, fffb9064000000000000000000000000, true
        audio/mpeg, fff38064000000000000000000000000, true
        audio/mpeg, fff15080000000000000000000000000, false
        audio/mpeg, fffd9064000000000000000000000000, false
        audio/mpeg, ffeb9064000000000000000000000000, false
        audio/mpeg, fffbf064000000000000000000000000, false
        audio/mpeg, fffb9c64000000000000000000000000, false
        audio/mpeg, fffb,                             false
        audio/wav,  524946462400000057415645666d7420, true
        audio/wav,  52494646240000004156492066,       false
        image/png,  89504e470d0a1a0a0000000d49484452, true
        image/png,  89504e47,                         false
        """)
    void knowsATypeByItsBytes(String type, String hex, boolean matches) {
        assertThat(MediaTypeCheck.matches(HexFormat.of().parseHex(hex), type)).isEqualTo(matches);
    }
}
