package dev.mediagen.alignment.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.media.AudioWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Recordings of one language one after another, again and again, until they are as long as asked for.
final class LongItem {
    private LongItem() {}

    static BenchItem of(List<BenchItem> items, int minutes) throws IOException {
        Path file = Files.createTempFile("long", ".wav");
        file.toFile().deleteOnExit();
        StringBuilder text = new StringBuilder();
        ArrayNode truth = ContractJson.mapper().createArrayNode();
        long length = 0;
        try (AudioWriter writer = new AudioWriter(Sound.SAMPLE_RATE, AudioFormat.WAV, AudioQuality.LOW, file)) {
            for (int i = 0; ; i++) {
                BenchItem item = items.get(i % items.size());
                float[] samples = item.audio().samples();
                if (length + samples.length > minutes * 60L * Sound.SAMPLE_RATE) {
                    break;
                }
                writer.accept(samples);
                text.append(item.text().text()).append(' ');
                for (JsonNode word : item.truth()) {
                    truth.add(later((ObjectNode) word, length / (double) Sound.SAMPLE_RATE));
                }
                length += samples.length;
            }
            writer.finish();
        }
        String language = items.getFirst().language();
        SourceText whole = SourceText.of(text.toString().strip(), language);
        return new BenchItem(minutes + " minutes", language, "long", file, whole, truth);
    }

    private static ObjectNode later(ObjectNode word, double seconds) {
        ObjectNode later = word.deepCopy();
        for (String edge : List.of("start", "end")) {
            if (word.path(edge).isNumber()) {
                later.put(edge, word.path(edge).asDouble() + seconds);
            }
        }
        return later;
    }
}
