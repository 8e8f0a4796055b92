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
        application/epub+zip, 504b0304140000000000000021006f61ab2c1400000014000000080000006d696d65747970656170706c69636174696f6e2f657075622b7a6970, true
        application/epub+zip, 504b03041400000008000000210000000000000000000000000008000000776f72642f646f63, false
        application/ttml+xml, 3c3f786d6c2076657273696f6e3d22312e30223f3e, true
        application/smil+xml, 3c68746d6c3e,                               false
        text/x-ssa,           5b53637269707420496e666f5d0a,               true
        application/x-lrc,    5b72653a4d5d0a,                             true
        application/x-lrc,    3c68746d6c3e,                               false
        """)
    void knowsATypeByItsBytes(String type, String hex, boolean matches) {
        assertThat(MediaTypeCheck.matches(HexFormat.of().parseHex(hex), type)).isEqualTo(matches);
    }
}
