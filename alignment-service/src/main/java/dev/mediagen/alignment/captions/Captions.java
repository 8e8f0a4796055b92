package dev.mediagen.alignment.captions;

import dev.mediagen.alignment.captions.formats.CaptionFormat;
import dev.mediagen.alignment.captions.readalong.Epub;
import dev.mediagen.alignment.captions.readalong.EpubAudio;
import dev.mediagen.alignment.captions.readalong.ReadAlong;
import dev.mediagen.alignment.captions.readalong.Recording;
import dev.mediagen.alignment.captions.readalong.Smil;
import dev.mediagen.contracts.Alignment;
import dev.mediagen.worker.media.MediaException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/// Writes captions of an alignment: the same cues and words, to the millisecond, in every format that has them.
@ApplicationScoped
public class Captions {
    private static final Logger LOG = Logger.getLogger(Captions.class);

    private final CaptionRules rules;

    Captions(CaptionRules rules) {
        this.rules = rules;
    }

    /// @param name of the rendition, and file name extension
    public record File(String name, String mediaType, Path path) {}

    /// @param languageCode ISO 639-1, or null; tells where a line may break well
    /// @param audio what is read along with; stays as it is
    /// @param directory takes the files
    public List<File> write(Alignment alignment, String languageCode, Recording audio, Path directory)
            throws IOException {
        CaptionTrack track = track(alignment, languageCode);
        List<File> files = new ArrayList<>();
        for (CaptionFormat format : CaptionFormat.values()) {
            Path file = directory.resolve("captions." + format.extension());
            byte[] content = format.write(track).getBytes(StandardCharsets.UTF_8);
            files.add(new File(format.extension(), format.mediaType(), Files.write(file, content)));
        }
        files.addAll(readAlong(track, audio, directory));
        return files;
    }

    /// Nothing when no word takes any time: there is nothing to go along with. Nor when the audio cannot be
    /// converted: the other captions are worth more than the book.
    private static List<File> readAlong(CaptionTrack track, Recording audio, Path directory) throws IOException {
        ReadAlong text = ReadAlong.of(track);
        if (text.isEmpty()) {
            return List.of();
        }
        try {
            EpubAudio sound = EpubAudio.of(audio, directory);
            Path smil = Files.writeString(directory.resolve("captions.smil"), Smil.write(text, sound.name()));
            Path epub = Epub.write(text, sound, directory.resolve("captions.epub"));
            return List.of(new File("smil", Smil.MEDIA_TYPE, smil), new File("epub", Epub.MEDIA_TYPE, epub));
        } catch (MediaException e) {
            LOG.warn("no EPUB: the audio cannot be converted", e);
            return List.of();
        }
    }

    CaptionTrack track(Alignment alignment, String languageCode) {
        return CaptionTrack.of(alignment, languageCode, cues(alignment, languageCode));
    }

    List<Cue> cues(Alignment alignment, String languageCode) {
        List<Atom> atoms = Atoms.of(alignment, languageCode, rules.lineLength());
        if (atoms.isEmpty()) {
            return List.of();
        }
        double[] breaks = BreakQuality.of(atoms, languageCode);
        List<int[]> ranges = new CueBreaks(rules, atoms, breaks).ranges();
        return new CueBuilder(rules, atoms, breaks).build(ranges, CaptionTrack.millis(alignment.duration()));
    }
}
