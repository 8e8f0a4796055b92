package dev.mediagen.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveAudioTest {
    private final LiveAudio live = LiveAudio.open();

    LiveAudioTest() throws IOException {}

    @AfterEach
    void close() throws IOException {
        live.close();
    }

    private byte[] all() throws Exception {
        var heard = new ByteArrayOutputStream();
        var buffer = new byte[3];
        for (int count = live.read(buffer); count >= 0; count = live.read(buffer)) heard.write(buffer, 0, count);
        return heard.toByteArray();
    }

    @Test
    void waitsForWhatIsStillToCome() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var listener = threads.submit(() -> live.begins() ? all() : null);
            live.write(new byte[] {1, 2});
            live.write(new byte[] {3, 4, 5});
            live.end();

            assertThat(listener.get()).containsExactly(1, 2, 3, 4, 5);
        }
    }

    @Test
    void tellsACutFromAnEnd() throws Exception {
        live.write(new byte[] {1, 2});
        live.cut();
        live.end();

        assertThat(live.read(new byte[8])).isEqualTo(2);
        assertThatThrownBy(() -> live.read(new byte[8])).isInstanceOf(IOException.class);
    }

    @Test
    void neverBeginsWhenNothingWasMade() throws Exception {
        live.cut();

        assertThat(live.begins()).isFalse();
    }

    @Test
    void takesNothingForAListenerWhoHasGone() throws Exception {
        live.write(new byte[] {1});
        live.close();
        live.write(new byte[] {2});
        live.end();

        assertThat(live.isOpen()).isFalse();
        assertThat(live.written()).isEqualTo(1);
    }

    @Test
    void isClosedToWhoIsNotThere() {
        var nobody = LiveAudio.unheard();
        nobody.write(new byte[] {1});

        assertThat(nobody.isOpen()).isFalse();
        assertThat(nobody.written()).isZero();
    }
}
