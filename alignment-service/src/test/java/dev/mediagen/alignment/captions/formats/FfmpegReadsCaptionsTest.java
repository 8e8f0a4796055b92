package dev.mediagen.alignment.captions.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;

import dev.mediagen.alignment.captions.Cue;
import dev.mediagen.alignment.captions.DefaultCaptions;
import dev.mediagen.alignment.captions.SampleAlignments;
import dev.mediagen.alignment.text.RandomTexts;
import dev.mediagen.contracts.Alignment;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What half of the world's players read captions with finds our cues.
class FfmpegReadsCaptionsTest {
    /// @param start milliseconds
    /// @param duration milliseconds
    private record Packet(long start, long duration, String content) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"VTT, 0", "SRT, 0", "ASS, 5"})
    void findsEveryCueAtItsTime(CaptionFormat format, long tolerance) throws Exception {
        for (String text : Stream.concat(Stream.of(SampleAlignments.HOSTILE), RandomTexts.of(20))
                .toList()) {
            Alignment alignment = SampleAlignments.lively(text, new Random(text.length()));
            Path file = folder.resolve("captions." + format.extension());
            Files.writeString(file, DefaultCaptions.text(alignment, "en", format));

            List<Packet> packets = packets(file);

            List<Cue> cues = DefaultCaptions.track(alignment, "en").cues();
            assertThat(packets).hasSameSizeAs(cues);
            for (int i = 0; i < cues.size(); i++) {
                Packet packet = packets.get(i);
                assertThat(Math.abs(packet.start() - cues.get(i).start())).isLessThanOrEqualTo(tolerance);
                assertThat(Math.abs(
                                packet.start() + packet.duration() - cues.get(i).end()))
                        .isLessThanOrEqualTo(tolerance);
                assertThat(packet.content()).isNotBlank();
            }
        }
    }

    private static List<Packet> packets(Path file) {
        AVFormatContext container = new AVFormatContext(null);
        AVPacket packet = av_packet_alloc();
        List<Packet> packets = new ArrayList<>();
        try {
            int opened = avformat_open_input(container, file.toString(), (AVInputFormat) null, (AVDictionary) null);
            assertThat(opened).isZero();
            assertThat(avformat_find_stream_info(container, (AVDictionary) null))
                    .isZero();
            var base = container.streams(0).time_base();
            while (av_read_frame(container, packet) >= 0) {
                byte[] content = new byte[packet.size()];
                packet.data().get(content);
                packets.add(new Packet(
                        packet.pts() * 1000 * base.num() / base.den(),
                        packet.duration() * 1000 * base.num() / base.den(),
                        new String(content, StandardCharsets.UTF_8)));
                av_packet_unref(packet);
            }
            return packets;
        } finally {
            av_packet_free(packet);
            avformat_close_input(container);
        }
    }
}
