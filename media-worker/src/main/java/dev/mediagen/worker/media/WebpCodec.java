package dev.mediagen.worker.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;
import static org.bytedeco.ffmpeg.global.swscale.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;

/// WebP through libav, which takes and gives whole files as packets.
final class WebpCodec implements AutoCloseable {
    private static final int MAX_BYTES = 64 << 20;
    private static final int MAX_SIDE = 16_383;
    private static final long PADDING = 128;
    private static final String QUALITY = "85";

    static {
        Libav.load();
    }

    private final AVCodec codec;
    private final AVCodecContext context;
    private final AVPacket packet = Libav.allocated(av_packet_alloc());
    private final AVFrame frame = Libav.allocated(av_frame_alloc());
    private final AVFrame converted = Libav.allocated(av_frame_alloc());

    private WebpCodec(AVCodec codec) {
        this.codec = Libav.allocated(codec);
        this.context = Libav.allocated(avcodec_alloc_context3(codec));
        context.thread_count(1);
    }

    static BufferedImage decode(Path file, long maxPixels, int step) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new MediaException("WebP file of more than " + MAX_BYTES + " bytes");
        }
        byte[] bytes = Files.readAllBytes(file);
        WebpHeader header = WebpHeader.of(bytes);
        ImageCodec.requireWithin(header.width(), header.height(), maxPixels);
        try (WebpCodec webp = new WebpCodec(avcodec_find_decoder(AV_CODEC_ID_WEBP))) {
            return webp.decode(bytes, header, step);
        }
    }

    static void encode(BufferedImage image, Path target) throws IOException {
        if (image.getWidth() > MAX_SIDE || image.getHeight() > MAX_SIDE) {
            throw new MediaException("WebP has at most " + MAX_SIDE + " pixels a side");
        }
        try (WebpCodec webp = new WebpCodec(avcodec_find_encoder_by_name("libwebp"))) {
            webp.encodeTo(image, target);
        }
    }

    private BufferedImage decode(byte[] bytes, WebpHeader header, int step) throws MediaException {
        // The frame inside may be larger than the header outside says; the decoder counts its padding too.
        context.max_pixels((header.width() + PADDING) * (header.height() + PADDING));
        Libav.check(avcodec_open2(context, codec, (AVDictionary) null), "No WebP decoder");
        Libav.check(av_new_packet(packet, bytes.length), "WebP too large");
        packet.data().put(bytes);
        Libav.check(avcodec_send_packet(context, packet), "Damaged WebP image");
        Libav.check(avcodec_receive_frame(context, frame), "Damaged WebP image");
        int width = (frame.width() + step - 1) / step;
        int height = (frame.height() + step - 1) / step;
        convert(width, height);
        boolean alpha = frame.format() != AV_PIX_FMT_YUV420P;
        BufferedImage image =
                new BufferedImage(width, height, alpha ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            row(converted, y).get(row);
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        return image;
    }

    private void convert(int width, int height) throws MediaException {
        allocate(converted, width, height);
        SwsContext scaler = Libav.allocated(sws_getContext(
                frame.width(),
                frame.height(),
                frame.format(),
                width,
                height,
                AV_PIX_FMT_RGB32,
                SWS_BILINEAR | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT,
                null,
                null,
                (DoublePointer) null));
        try {
            Libav.check(sws_scale_frame(scaler, converted, frame), "WebP colours");
        } finally {
            sws_freeContext(scaler);
        }
    }

    private void encodeTo(BufferedImage image, Path target) throws IOException {
        int width = image.getWidth();
        int height = image.getHeight();
        context.width(width).height(height).pix_fmt(AV_PIX_FMT_RGB32);
        context.time_base().num(1).den(1);
        av_opt_set(context, "quality", QUALITY, AV_OPT_SEARCH_CHILDREN);
        Libav.check(avcodec_open2(context, codec, (AVDictionary) null), "No WebP encoder");
        allocate(frame, width, height);
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            row(frame, y).put(image.getRGB(0, y, width, 1, row, 0, width));
        }
        Libav.check(avcodec_send_frame(context, frame), "Cannot encode WebP");
        Libav.check(avcodec_receive_packet(context, packet), "Cannot encode WebP");
        try (FileChannel out = FileChannel.open(target, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            var bytes = new BytePointer(packet.data()).capacity(packet.size()).asByteBuffer();
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
    }

    private static void allocate(AVFrame frame, int width, int height) throws MediaException {
        frame.format(AV_PIX_FMT_RGB32).width(width).height(height);
        Libav.check(av_frame_get_buffer(frame, 0), "Image too large");
    }

    /// Native order, as Java's own ARGB integers.
    private static IntPointer row(AVFrame frame, int y) {
        return new IntPointer(frame.data(0).getPointer((long) y * frame.linesize(0)));
    }

    @Override
    public void close() {
        av_frame_free(converted);
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
