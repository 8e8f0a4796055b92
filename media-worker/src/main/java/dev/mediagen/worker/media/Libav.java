package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/// libav's return codes as exceptions. Loading this class loads the libraries.
final class Libav {
    private static final int MESSAGE_BYTES = 128;

    static {
        av_log_set_level(AV_LOG_ERROR);
        av_log_set_flags(AV_LOG_SKIP_REPEATED);
    }

    private Libav() {}

    /// Call before anything of libav, so that it does not log what it finds.
    static void load() {}

    static int check(int code, String doing) throws MediaException {
        if (code < 0) {
            throw new MediaException(doing + ": " + message(code));
        }
        return code;
    }

    static <P extends Pointer> P allocated(P pointer) {
        if (pointer == null || pointer.isNull()) {
            throw new OutOfMemoryError("libav could not allocate");
        }
        return pointer;
    }

    /// With the protocol spelt out, since libav would take a colon in a name for one.
    static String url(Path file) {
        return "file:" + file.toAbsolutePath();
    }

    private static String message(int code) {
        byte[] text = new byte[MESSAGE_BYTES];
        av_strerror(code, text, text.length);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }
}
