package dev.mediagen.alignment.captions.formats;

import dev.mediagen.alignment.captions.CaptionTrack;
import java.util.function.Function;

/// The captions that are text.
public enum CaptionFormat {
    VTT("vtt", "text/vtt", WebVtt::write),
    SRT("srt", "application/x-subrip", SubRip::write),
    TTML("ttml", "application/ttml+xml", Ttml::write),
    ASS("ass", "text/x-ssa", Ass::write),
    JSON("json", "application/json", CaptionsJson::write),
    LRC("lrc", "application/x-lrc", Lrc::write);

    private final String extension;
    private final String mediaType;
    private final Function<CaptionTrack, String> writer;

    CaptionFormat(String extension, String mediaType, Function<CaptionTrack, String> writer) {
        this.extension = extension;
        this.mediaType = mediaType;
        this.writer = writer;
    }

    public String extension() {
        return extension;
    }

    public String mediaType() {
        return mediaType;
    }

    public String write(CaptionTrack track) {
        return writer.apply(track);
    }
}
