package dev.mediagen.alignment;

import dev.mediagen.alignment.activity.Interval;
import dev.mediagen.alignment.activity.SampleAudio;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How long good timings of a provider take on their way through: read from a file, the text cut into characters,
/// words and sentences, all of it checked against the sound and made an alignment. The sound is decoded before; that
/// is the same for all timings. Time of the thread, so that others on the machine do not count. Prints Markdown.
/// Started by `deploy/local/timings-bench`.
final class TimingsBench {
    private static final int CHARACTERS = 10_000;
    private static final int WARM_UP = 300;
    private static final int ROUNDS = 300;
    private static final int UNIT = 70;
    private static final int PAUSE = 500;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Map<String, String> SENTENCES = new TreeMap<>(Map.of(
            "English", "The quick brown fox jumps over the lazy dog, and Dr. Lee paid $5.20 for it in 1984. ",
            "Japanese", "東京タワーは高い。とても高いので、毎日たくさんの人が見に来ます。",
            "Thai", "สวัสดีครับ ยินดีต้อนรับสู่ประเทศไทย วันนี้อากาศดีมาก "));

    private TimingsBench() {}

    public static void main(String[] arguments) throws Exception {
        PrintStream out = System.out;
        out.println("| " + CHARACTERS
                + " characters | p50 | p95 | with the spoken form, p50 | p95 |\n|---|---|---|---|---|");
        Path file = Files.createTempFile("timings", ".json");
        for (var language : SENTENCES.entrySet()) {
            String text = language.getValue()
                    .repeat(CHARACTERS / language.getValue().length() + 1)
                    .substring(0, CHARACTERS);
            double[] plain = times(text, timings(text, null), file);
            double[] both = times(text, timings(text, timings(text, null)), file);
            out.printf(
                    "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms |%n",
                    language.getKey(),
                    plain[ROUNDS / 2],
                    plain[ROUNDS * 95 / 100],
                    both[ROUNDS / 2],
                    both[ROUNDS * 95 / 100]);
        }
        Files.delete(file);
        System.exit(0);
    }

    private static double[] times(String text, CharacterTimings timings, Path file) throws Exception {
        ContractJson.mapper().writeValue(file.toFile(), timings);
        SpeechActivity activity = activity(timings);
        // never searches: the timings are good
        Aligner aligner = new Aligner(null);
        double[] times = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            CharacterTimings given = TimingsJson.read(file);
            SourceText source = SourceText.of(text, null);
            Narration narration = new Narration(source, file, _ -> {}, activity, null);
            aligner.align(narration, Optional.of(given), List.of(), null, _ -> {});
            if (round >= 0) {
                times[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
            }
        }
        Arrays.sort(times);
        return times;
    }

    /// With a pause of half a second behind every third space or full stop.
    private static CharacterTimings timings(String text, CharacterTimings spoken) {
        SourceText source = SourceText.of(text, null);
        List<String> characters = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        long at = 0;
        int breaks = 0;
        for (int i = 0; i < source.size(); i++) {
            characters.add(source.cluster(i));
            starts.add(at / 1000.0);
            boolean pause = !source.isSpoken(i) && breaks++ % 3 == 0;
            at += pause ? PAUSE : UNIT * source.cluster(i).length();
            ends.add(at / 1000.0);
        }
        return new CharacterTimings(characters, starts, ends, spoken);
    }

    private static SpeechActivity activity(CharacterTimings timings) {
        List<Interval> speech = new ArrayList<>();
        double from = 0;
        for (int i = 0; i < timings.starts().size(); i++) {
            if (timings.ends().get(i) - timings.starts().get(i) >= PAUSE / 1000.0) {
                speech.add(new Interval(from, timings.starts().get(i)));
                from = timings.ends().get(i);
            }
        }
        speech.add(new Interval(from, timings.ends().getLast()));
        return SampleAudio.activity(timings.ends().getLast(), speech.toArray(Interval[]::new));
    }
}
