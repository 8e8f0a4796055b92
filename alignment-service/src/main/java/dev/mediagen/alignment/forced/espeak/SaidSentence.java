package dev.mediagen.alignment.forced.espeak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.alignment.forced.Phone;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An answer of the pronunciation server, brought onto the words of the text.
final class SaidSentence {
    private static final int STEP = 50;
    private static final float SILENT = 0.003f;

    private final SourceText text;
    private final Sentence sentence;
    private final JsonNode answer;
    private final float[] samples;
    private final double sampleRate;
    /// Word of every phone.
    private final int[] words;

    SaidSentence(SourceText text, Sentence sentence, JsonNode answer, Pcm speech) {
        this.text = text;
        this.sentence = sentence;
        this.answer = answer;
        this.samples = speech.samples();
        this.sampleRate = speech.sampleRate();
        this.words = new int[answer.path("phones").size()];
    }

    static boolean isPause(String symbol) {
        return symbol.isEmpty() || symbol.startsWith("_");
    }

    List<Phone> phones(PhoneShares shares) throws IOException, InterruptedException {
        assign();
        for (int word = sentence.from(); word < sentence.to(); word++) {
            if (has(word)) {
                share(word, shares);
            }
        }
        List<Phone> phones = new ArrayList<>();
        JsonNode said = answer.path("phones");
        for (int i = 0; i < words.length; i++) {
            double start = begin(i) / sampleRate;
            double end = begin(i + 1) / sampleRate;
            if (words[i] >= 0 && end > start) {
                phones.add(new Phone(said.path(i).path(0).asText(), words[i], start, end));
            }
        }
        return phones;
    }

    /// espeak-ng reports a stop when it opens; what it is silent before that belongs to the stop.
    private int begin(int phone) {
        if (phone == words.length) {
            return samples.length;
        }
        int reported = answer.path("phones").path(phone).path(1).asInt();
        boolean inSpeech = phone > 0 && words[phone] >= 0 && words[phone - 1] >= 0;
        int earliest = inSpeech ? answer.path("phones").path(phone - 1).path(1).asInt() + STEP : reported;
        int begin = Math.min(reported, samples.length);
        while (begin - STEP >= earliest && silent(begin - STEP, begin)) {
            begin -= STEP;
        }
        return begin;
    }

    private boolean silent(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Math.abs(samples[i]) > SILENT) {
                return false;
            }
        }
        return true;
    }

    private void assign() {
        int word = sentence.from();
        int event = 0;
        JsonNode events = answer.path("words");
        for (int i = 0; i < words.length; i++) {
            for (; event < events.size() && events.path(event).path(1).asInt() <= i; event++) {
                word = wordAt(events.path(event).path(0).asInt(), word);
            }
            boolean pause = isPause(answer.path("phones").path(i).path(0).asText());
            words[i] = pause ? -1 : word;
        }
    }

    /// The word that holds a position or follows it.
    private int wordAt(int codePoint, int atLeast) {
        String said = sentence.text();
        int within = Math.clamp(codePoint, 0, said.codePointCount(0, said.length()) - 1);
        int cluster = text.clusterAt(sentence.origins()[said.offsetByCodePoints(0, within)]);
        int word = atLeast;
        while (word < sentence.to() - 1 && text.words().get(word).to() <= cluster) {
            word++;
        }
        return word;
    }

    private boolean has(int word) {
        for (int w : words) {
            if (w == word) {
                return true;
            }
        }
        return false;
    }

    /// Some pairs ("from the", "at once") are one entry of the dictionary and reported as one word: the words that
    /// follow without a sound get their share.
    private void share(int word, PhoneShares shares) throws IOException, InterruptedException {
        int next = word + 1;
        while (next < sentence.to() && !has(next)) {
            next++;
        }
        if (next == word + 1) {
            return;
        }
        int[] counts = new int[next - word];
        int total = 0;
        for (int i = 0; i < counts.length; i++) {
            Word member = text.words().get(word + i);
            counts[i] = shares.of(text.slice(member.from(), member.to()));
            total += counts[i];
        }
        divide(word, counts, total);
    }

    private void divide(int word, int[] counts, int total) {
        int phones = 0;
        for (int w : words) {
            phones += w == word ? 1 : 0;
        }
        int seen = 0;
        for (int i = 0; i < words.length && total > 0; i++) {
            if (words[i] == word) {
                int member = 0;
                double reached = counts[0];
                while (member < counts.length - 1 && Math.round(reached * phones / total) <= seen) {
                    reached += counts[++member];
                }
                words[i] = word + member;
                seen++;
            }
        }
    }
}
