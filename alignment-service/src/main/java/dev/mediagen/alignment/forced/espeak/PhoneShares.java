package dev.mediagen.alignment.forced.espeak;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// How many sounds a word has when it is read alone.
final class PhoneShares {
    private final Reader reader;
    private final Map<String, Integer> known = new HashMap<>();

    PhoneShares(Reader reader) {
        this.reader = reader;
    }

    /// Reads one word alone.
    interface Reader {
        JsonNode phones(String word) throws IOException, InterruptedException;
    }

    int of(String word) throws IOException, InterruptedException {
        Integer count = known.get(word);
        if (count == null) {
            count = 0;
            for (JsonNode phone : reader.phones(word)) {
                count += SaidSentence.isPause(phone.path(0).asText()) ? 0 : 1;
            }
            known.put(word, count);
        }
        return count;
    }
}
