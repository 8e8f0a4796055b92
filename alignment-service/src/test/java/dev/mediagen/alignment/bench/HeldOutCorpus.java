package dev.mediagen.alignment.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mediagen.contracts.AudioFormat;
import dev.mediagen.contracts.AudioQuality;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.worker.media.AudioCodec;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/// Writes recordings that nobody tuned the aligner on: other texts, voices and languages than those it was developed
/// with, and the times the synthesisers give their own words. Started by `deploy/local/align-heldout`.
public final class HeldOutCorpus {
    private static final int RATE = 16_000;
    private static final double FLOOR = 3e-4;
    private static final Charset WESTERN = Charset.forName("ISO-8859-15");
    private static final Charset CENTRAL = Charset.forName("ISO-8859-2");

    private HeldOutCorpus() {}

    /// @param text file in `heldout` without its extension; its language comes before the dash
    private record Item(String text, String voice, Speaker speaker) {}

    private static List<Item> items() throws IOException {
        List<Item> items = new ArrayList<>();
        for (String voice : List.of("cmu_us_slt", "cmu_us_kal16", "cmu_us_rms", "cmu_us_awb")) {
            for (String text : List.of("en-garden", "en-facts", "en-talk")) {
                items.add(new Item(text, "flite_" + voice, new Flite(voice)));
            }
        }
        String[][] festival = {
            {"en-garden", "ked_diphone", "cmu_us_slt_arctic_hts"},
            {"en-facts", "ked_diphone", "cmu_us_slt_arctic_hts", "kal_diphone"},
            {"en-talk", "ked_diphone"},
            {"fi-metsa", "hy_fi_mv_diphone", "suo_fi_lj_diphone"},
            {"cs-les", "czech_krb", "czech_machac", "czech_ph"},
            {"it-bosco", "pc_diphone", "lp_diphone"},
            {"ca-bosc", "upc_ca_ona_hts"},
            {"ru-les", "msu_ru_nsh_clunits"},
            {"hi-jangal", "hindi_NSK_diphone"},
            {"mr-jangal", "marathi_NSK_diphone"},
            {"te-adavi", "telugu_NSK_diphone"}
        };
        for (String[] row : festival) {
            for (String voice : List.of(row).subList(1, row.length)) {
                items.add(new Item(row[0], voice, new Festival(voice, charset(row[0]))));
            }
        }
        return items;
    }

    private static Charset charset(String text) {
        return switch (text.substring(0, 2)) {
            case "fi", "it", "ca" -> WESTERN;
            case "cs" -> CENTRAL;
            default -> StandardCharsets.UTF_8;
        };
    }

    /// @param arguments directory to write to
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        for (Item item : items()) {
            write(item, directory);
        }
        System.exit(0);
    }

    private static void write(Item item, Path directory) throws IOException, InterruptedException {
        String id = item.text() + "__" + item.voice();
        Random random = new Random(id.hashCode());
        float[] samples = new float[0];
        ObjectNode truth = ContractJson.mapper().createObjectNode();
        truth.put("id", id).put("lang", item.text().substring(0, 2)).put("cond", "clean");
        ArrayNode words = truth.putArray("words");
        String text = text(item.text());
        Path wave = Files.createTempFile("said", ".wav");
        for (String sentence : text.lines().toList()) {
            double before = samples.length / (double) RATE + 0.15 + 1.3 * random.nextDouble();
            add(words, sentence, item.speaker().say(sentence, wave), before);
            float[] said = AudioCodec.decode(wave, RATE).samples();
            int at = (int) Math.round(before * RATE);
            samples = Arrays.copyOf(samples, at + said.length);
            System.arraycopy(said, 0, samples, at, said.length);
        }
        Files.delete(wave);
        samples = Arrays.copyOf(samples, samples.length + RATE / 2);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += (float) (FLOOR * random.nextGaussian());
        }
        AudioCodec.encode(new Pcm(samples, RATE), AudioFormat.WAV, AudioQuality.LOW, directory.resolve(id + ".wav"));
        Files.writeString(directory.resolve(id + ".txt"), text.replace('\n', ' '));
        ContractJson.mapper().writeValue(directory.resolve(id + ".gt.json").toFile(), truth);
    }

    private static String text(String name) throws IOException {
        try (InputStream in = HeldOutCorpus.class.getResourceAsStream("/heldout/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void add(ArrayNode words, String sentence, List<Speaker.Spoken> times, double offset)
            throws IOException {
        String[] tokens = sentence.split(" ");
        if (tokens.length != times.size()) {
            throw new IOException("%d words, %d spoken: %s".formatted(tokens.length, times.size(), sentence));
        }
        for (int i = 0; i < tokens.length; i++) {
            ObjectNode word = words.addObject().put("text", tokens[i]);
            if (Double.isFinite(times.get(i).start())
                    && times.get(i).end() > times.get(i).start()) {
                word.put("start", offset + times.get(i).start());
                word.put("end", offset + times.get(i).end());
            }
        }
    }
}
