package dev.mediagen.alignment.forced.mary;

import dev.mediagen.alignment.forced.Phone;
import dev.mediagen.alignment.forced.Pronouncer;
import dev.mediagen.alignment.forced.mary.english.EnglishReader;
import dev.mediagen.alignment.forced.mary.english.Sentence;
import dev.mediagen.alignment.text.SourceText;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Document;

/// Reads English with MaryTTS, inside this process: for installations without espeak-ng, which is faster and knows
/// the other languages.
@ApplicationScoped
@Priority(1)
public class MaryPronouncer implements Pronouncer {
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
            MaryModules mary = MaryModules.start();
            Document acoustics = mary.analyse(MaryText.words(sentence));
            MaryText.shortenPauses(acoustics);
            var spoken = mary.synthesise(acoustics);
            listener.sentence(MaryAudio.samples(spoken), phones(sentence, text, MaryText.sounds(spoken.getDocument())));
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("MaryTTS cannot read a sentence", e);
        }
    }

    private static List<Phone> phones(Sentence sentence, SourceText text, List<MaryText.Sound> sounds) {
        List<Phone> phones = new ArrayList<>();
        int[] count = new int[sentence.tokens().size()];
        int[] seen = new int[count.length];
        sounds.stream().filter(sound -> sound.token() >= 0).forEach(sound -> count[sound.token()]++);
        double time = 0;
        for (MaryText.Sound sound : sounds) {
            double end = time + sound.seconds();
            if (sound.token() >= 0) {
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
