package dev.mediagen.alignment.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.alignment.WholeAudio;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A recording with its text and the true times of its words: `<id>.flac`, `<id>.txt`, `<id>.gt.json`.
record BenchItem(String id, String language, String condition, Pcm audio, SourceText text, JsonNode truth) {
    static BenchItem read(Path truthFile) throws IOException {
        String id = truthFile.getFileName().toString().replace(".gt.json", "");
        JsonNode truth = ContractJson.mapper().readTree(truthFile.toFile());
        String language = truth.path("lang").asText();
        String text = Files.readString(truthFile.resolveSibling(id + ".txt")).strip();
        Pcm audio = WholeAudio.decode(truthFile.resolveSibling(id + ".flac"));
        return new BenchItem(
                id,
                language,
                truth.path("cond").asText("clean"),
                audio,
                SourceText.of(text, language),
                truth.path("words"));
    }

    /// Words are matched through their letters and digits, so that any division into words will do.
    ///
    /// @param times starts, ends and confidences of the words of [#text()]
    /// @param speed how much faster the audio became
    void score(double[][] times, double speed, Errors... errors) {
        List<Integer> owner = new ArrayList<>();
        for (int w = 0; w < text.words().size(); w++) {
            Word word = text.words().get(w);
            for (int i = letters(text.slice(word.from(), word.to())).length(); i > 0; i--) {
                owner.add(w);
            }
        }
        int at = 0;
        for (JsonNode word : truth) {
            int length = letters(word.path("text").asText()).length();
            if (length > 0 && word.path("start").isNumber()) {
                int first = owner.get(at);
                int last = owner.get(at + length - 1);
                for (Errors each : errors) {
                    each.add(
                            times[0][first] * speed - word.path("start").asDouble(),
                            times[1][last] * speed - word.path("end").asDouble(),
                            times[2][first]);
                }
            }
            at += length;
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
