package dev.mediagen.alignment.captions;

import dev.mediagen.contracts.Alignment;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/// Writes captions of an alignment: the same cues, to the millisecond, in every format.
@ApplicationScoped
public class Captions {
    private final CaptionRules rules;

    Captions(CaptionRules rules) {
        this.rules = rules;
    }

    /// @param name of the rendition, and file name extension
    public record File(String name, String mediaType, String content) {}

    /// @param languageCode ISO 639-1, or null; tells where a line may break well
    public List<File> write(Alignment alignment, String languageCode) {
        List<Cue> cues = cues(alignment, languageCode);
        return List.of(
                new File("vtt", "text/vtt", WebVtt.write(cues)),
                new File("srt", "application/x-subrip", Srt.write(cues)));
    }

    List<Cue> cues(Alignment alignment, String languageCode) {
        List<Atom> atoms = Atoms.of(alignment, languageCode, rules.lineLength());
        if (atoms.isEmpty()) {
            return List.of();
        }
        double[] breaks = BreakQuality.of(atoms, languageCode);
        List<int[]> ranges = new CueBreaks(rules, atoms, breaks).ranges();
        return new CueBuilder(rules, atoms, breaks).build(ranges, Math.round(alignment.duration() * 1000));
    }
}
