package dev.mediagen.alignment.forced.mary;

import dev.mediagen.alignment.forced.Phone;
import dev.mediagen.alignment.forced.Pronouncer;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.worker.english.EnglishReader;
import dev.mediagen.worker.english.Sentence;
import dev.mediagen.worker.mary.MaryModules;
import dev.mediagen.worker.mary.Sound;
import dev.mediagen.worker.mary.Utterance;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads English with MaryTTS, inside this process: for installations without espeak-ng, which is faster and knows
/// the other languages.
@ApplicationScoped
@Priority(1)
public class MaryPronouncer implements Pronouncer {
    /// Milliseconds. Pauses are left out of the comparison anyway: short ones are made faster.
    private static final int PAUSE = 150;

    @Override
    public boolean speaks(String languageCode) {
        return languageCode.equals("en") || languageCode.startsWith("en-");
    }

    @Override
    public void read(SourceText text, String languageCode, Listener listener) throws IOException, InterruptedException {
        for (Sentence sentence : EnglishReader.read(text.text()).sentences()) {
            say(sentence, text, listener);
        }
    }

    private static void say(Sentence sentence, SourceText text, Listener listener)
            throws IOException, InterruptedException {
        try {
            Utterance spoken = MaryModules.start().say(sentence, acoustics -> acoustics.pauses(PAUSE, PAUSE));
            listener.sentence(spoken.pcm(), phones(sentence, text, spoken.sounds()));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("MaryTTS cannot read a sentence", e);
        }
    }

    private static List<Phone> phones(Sentence sentence, SourceText text, List<Sound> sounds) {
        List<Phone> phones = new ArrayList<>();
        int[] count = new int[sentence.tokens().size()];
        int[] seen = new int[count.length];
        sounds.stream().filter(sound -> sound.token() != Sound.PAUSE).forEach(sound -> count[sound.token()]++);
        double time = 0;
        for (Sound sound : sounds) {
            double end = time + sound.seconds();
            if (sound.token() != Sound.PAUSE) {
                var token = sentence.tokens().get(sound.token());
                double share = seen[sound.token()]++ / (double) count[sound.token()];
                int word = TokenWords.word(text, token.start(), token.end(), share);
                phones.add(new Phone(sound.symbol(), word, time, end));
            }
            time = end;
        }
        return phones;
    }
}
