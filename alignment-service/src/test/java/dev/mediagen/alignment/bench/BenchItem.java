package dev.mediagen.alignment.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.MediaException;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A recording with its text and the true times of its words: `<id>.flac` or `.wav`, `<id>.txt`, `<id>.gt.json`.
record BenchItem(String id, String language, String condition, Path recording, SourceText text, JsonNode truth) {
    static BenchItem read(Path truthFile) throws IOException {
        String id = truthFile.getFileName().toString().replace(".gt.json", "");
        JsonNode truth = ContractJson.mapper().readTree(truthFile.toFile());
        String language = truth.path("lang").asText();
        String text = Files.readString(truthFile.resolveSibling(id + ".txt")).strip();
        Path compressed = truthFile.resolveSibling(id + ".flac");
        return new BenchItem(
                id,
                language,
                truth.path("cond").asText("clean"),
                Files.exists(compressed) ? compressed : truthFile.resolveSibling(id + ".wav"),
                SourceText.of(text, language),
                truth.path("words"));
    }

    Pcm audio() throws IOException {
        return AudioCodec.decode(recording, Sound.SAMPLE_RATE);
    }

    Sound sound() {
        return sink -> {
            try {
                AudioCodec.decode(recording, Sound.SAMPLE_RATE, sink);
            } catch (MediaException e) {
                throw new UncheckedIOException(e);
            }
        };
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
                            times[2][first],
                            "%s %s at %.2f"
                                    .formatted(
                                            id,
                                            word.path("text").asText(),
                                            word.path("start").asDouble()));
                }
            }
            at += length;
        }
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
    }
}
