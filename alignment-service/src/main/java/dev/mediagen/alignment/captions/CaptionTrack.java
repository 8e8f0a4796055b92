package dev.mediagen.alignment.captions;

import com.ibm.icu.text.Bidi;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AlignedWord;
import dev.mediagen.contracts.Alignment;
import java.util.List;

/// All that the formats write: the same cues, words and sentences for each of them.
///
/// @param language BCP 47; `und` when unknown
/// @param rightToLeft whether the text begins in a script that is written so
/// @param words code unit at which each word of the alignment begins
public record CaptionTrack(
        Alignment alignment,
        String language,
        boolean rightToLeft,
        int[] words,
        List<Cue> cues,
        List<Sentence> sentences) {

    static CaptionTrack of(Alignment alignment, String languageCode, List<Cue> cues) {
        int[] words = WordOffsets.of(alignment);
        return new CaptionTrack(
                alignment,
                SourceText.locale(languageCode).toLanguageTag(),
                Bidi.getBaseDirection(alignment.text()) == Bidi.RTL,
                words,
                cues,
                Sentences.of(SourceText.of(alignment.text(), languageCode), words));
    }

    public AlignedWord word(int index) {
        return alignment.words().get(index);
    }

    public long duration() {
        return millis(alignment.duration());
    }

    /// Every format rounds here and nowhere else.
    public static long millis(double seconds) {
        return Math.round(seconds * 1000);
    }
}
