package dev.mediagen.alignment.captions.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.mediagen.alignment.captions.formats.ReadCue.ReadWord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Reads our JSON without our records.
final class JsonReader {
    private JsonReader() {}

    static JsonNode tree(String file) {
        try {
            return new ObjectMapper().readTree(file);
        } catch (IOException e) {
            throw new AssertionError(file, e);
        }
    }

    static List<ReadCue> read(String file) {
        List<ReadCue> cues = new ArrayList<>();
        for (JsonNode cue : tree(file).path("cues")) {
            List<String> lines = new ArrayList<>();
            cue.path("lines").forEach(line -> lines.add(line.asText()));
            List<ReadWord> words = new ArrayList<>();
            for (JsonNode word : cue.path("words")) {
                words.add(
                        new ReadWord(word.path("text").asText(), millis(word.path("start")), millis(word.path("end"))));
            }
            cues.add(new ReadCue(millis(cue.path("start")), millis(cue.path("end")), lines, words));
        }
        return cues;
    }

    private static long millis(JsonNode seconds) {
        return Math.round(seconds.asDouble(Double.NaN) * 1000);
    }
}
