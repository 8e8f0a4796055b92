package dev.mediagen.gateway.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mediagen.gateway.api.ProblemException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadTypeTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
        audio/mpeg, 49443304000000000023545353450000
        audio/mpeg, fffb9064000000000000000000000000
        audio/mpeg, fff38064000000000000000000000000
        audio/wav,  524946462400000057415645666d7420
        audio/ogg,  4f676753000200000000000000000000
        audio/mp4,  00000020667479704d34412000000000
        image/png,  89504e470d0a1a0a0000000d49484452
        image/jpeg, ffd8ffe000104a464946000101010048
        image/webp, 524946461a00000057454250565038
        """)
    void knowsATypeByItsBytesAndNoOtherDoes(String type, String hex) {
        byte[] head = HexFormat.of().parseHex(hex);
        assertThat(Arrays.stream(UploadType.values()).filter(t -> t.begins(head)))
                .containsExactly(UploadType.named(type));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        html,               3c68746d6c3e3c736372697074
        svg,                3c73766720786d6c6e733d22
        aac,                fff15080000000000000000000000000
        layer II,           fffd9064000000000000000000000000
        reserved version,   ffeb9064000000000000000000000000
        no sampling rate,   fffb9c64000000000000000000000000
        no bit rate,        fffbf064000000000000000000000000
        gif,                474946383961
        avi,                52494646240000004156492066
        short,              ff
        truncated png,      89504e47
        """)
    void takesNothingElse(String what, String hex) {
        byte[] head = HexFormat.of().parseHex(hex);
        assertThat(Arrays.stream(UploadType.values()).filter(t -> t.begins(head)))
                .as(what)
                .isEmpty();
    }

    @Test
    void takesNothingForNothing() {
        assertThat(Arrays.stream(UploadType.values()).filter(t -> t.begins(new byte[0])))
                .isEmpty();
    }

    @Test
    void knowsTheDocumentsNameOfMp3() {
        assertThat(UploadType.named("Audio/MP3 ")).isEqualTo(UploadType.MP3);
    }

    @ParameterizedTest
    @CsvSource({"image/svg+xml", "audio/*", "text/html", "audio/mpeg; codecs=mp3"})
    void refusesOtherNames(String name) {
        assertThatThrownBy(() -> UploadType.named(name))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("contentType must be one of audio/mpeg, audio/wav");
    }
}
