package dev.mediagen.worker.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeaderTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"1,0,1", "8,0,1", "16,0,2", "8,2,3", "16,2,6", "2,3,1", "8,3,1", "8,4,2", "16,4,4", "8,6,4", "16,6,8"})
    void bytesOfAPixelFollowFromDepthAndColourType(int depth, int type, int bytes) throws Exception {
        var header = ImageHeader.of(png(depth, type));
        assertThat(header.pixelBytes()).isEqualTo(bytes);
        assertThat(header.bytes(1)).isEqualTo(5000L * 4000 * bytes);
        assertThat(header.bytes(4)).isEqualTo(5000L * 4000 / 16 * bytes);
    }

    @Test
    void unknownColourTypesAreRefused() {
        assertThatThrownBy(() -> ImageHeader.of(png(8, 5))).isInstanceOf(MediaException.class);
    }

    private Path png(int depth, int type) throws Exception {
        var start =
                ByteBuffer.allocate(33).putLong(0x89504e470d0a1a0aL).putInt(13).putInt(0x49484452);
        start.putInt(5000).putInt(4000).put((byte) depth).put((byte) type);
        return Files.write(directory.resolve("picture"), start.array());
    }
}
