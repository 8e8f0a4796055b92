package dev.mediagen.alignment.bench;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.Sound;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.forced.ForcedAligners;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.TimedClusters;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How exact and how fast the forced aligner is: over a directory of recordings with true times, as they are and
/// after what [Condition] does to the clean ones. Prints Markdown. Started by `deploy/local/align-bench`.
public final class AlignmentBench {
    /// Texts that begin alike are the same but for a mark or two.
    private static final int SAME = 20;

    private final AudioAligner aligner;
    private final PrintStream out;
    private final Map<Condition, Errors> byCondition = new EnumMap<>(Condition.class);
    private final Map<String, SourceText> lastText = new HashMap<>();
    private double leastOfRight = 1;
    private double mostOfWrong;

    private AlignmentBench(AudioAligner aligner, PrintStream out) {
        this.aligner = aligner;
        this.out = out;
    }

    /// @param arguments directory of `<item>.flac`, `.txt` and `.gt.json`; perhaps a pattern that names conditions;
    ///   perhaps a number of minutes, to measure one recording of that length made of the English ones
    public static void main(String[] arguments) throws Exception {
        String pattern = arguments.length > 1 ? arguments[1] : ".*";
        AlignmentBench bench = new AlignmentBench(ForcedAligners.configured(), System.out);
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> truths = files.filter(file -> file.toString().endsWith(".gt.json"))
                    .sorted()
                    .toList();
            bench.out.println(Errors.HEADER);
            if (arguments.length > 2) {
                bench.run(joined(truths, Integer.parseInt(arguments[2])), pattern);
            } else {
                for (Path truth : truths) {
                    bench.run(BenchItem.read(truth), pattern);
                }
            }
        }
        bench.byCondition.forEach((condition, errors) -> bench.out.println(errors.row(condition + " (clean items)")));
        bench.out.printf(
                "%nConfidence: of right texts %.2f at least, of wrong ones %.2f at most%n",
                bench.leastOfRight, bench.mostOfWrong);
        bench.out.printf("Peak memory of this process: %s%n", peakMemory());
        System.exit(0);
    }

    private static BenchItem joined(List<Path> truths, int minutes) throws IOException {
        List<BenchItem> items = new ArrayList<>();
        for (Path truth : truths) {
            BenchItem item = BenchItem.read(truth);
            if (item.language().equals("en") && item.condition().equals("clean")) {
                items.add(item);
            }
        }
        return LongItem.of(items, minutes);
    }

    private void run(BenchItem item, String pattern) throws InterruptedException, IOException {
        Errors own = new Errors();
        double[][] times = times(item.text(), item.sound(), item.language(), own);
        item.score(times, 1, own);
        out.println(own.row(item.id()));
        leastOfRight = Math.min(leastOfRight, Arrays.stream(times[2]).average().orElse(0));
        mistake(item);
        for (Condition condition : Condition.values()) {
            if (item.condition().equals("clean") && condition.name().matches(pattern)) {
                Errors errors = byCondition.computeIfAbsent(condition, _ -> new Errors());
                Sound after = Sound.of(condition.apply(item.audio()));
                double[][] changed = times(item.text(), after, item.language(), errors);
                item.score(changed, condition.speed, errors);
            }
        }
    }

    /// The recording with the text of another one.
    private void mistake(BenchItem item) throws InterruptedException {
        SourceText wrong = lastText.put(item.language(), item.text());
        if (wrong != null && !wrong.text().regionMatches(0, item.text().text(), 0, SAME)) {
            double[] confidence = times(wrong, item.sound(), item.language(), new Errors())[2];
            mostOfWrong =
                    Math.max(mostOfWrong, Arrays.stream(confidence).average().orElse(0));
        }
    }

    private double[][] times(SourceText text, Sound audio, String language, Errors errors) throws InterruptedException {
        double before = cpuSeconds();
        SpeechActivity activity = SpeechActivity.of(audio);
        Optional<TimedClusters> found = aligner.align(text, audio, activity, language, ForcedAligners.SILENT);
        errors.time(cpuSeconds() - before, activity.duration());
        double[][] times = new double[3][text.words().size()];
        if (found.isEmpty()) {
            // Counted as wrong, not left out.
            return times;
        }
        TimedClusters timed = found.get();
        for (int w = 0; w < times[0].length; w++) {
            Word word = text.words().get(w);
            times[0][w] = timed.starts()[word.from()];
            times[1][w] = timed.ends()[word.to() - 1];
            times[2][w] = timed.confidence()[word.from()];
        }
        return times;
    }

    /// Of this process and its finished or running children, as far as the system tells.
    private static double cpuSeconds() {
        double own = ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
        return own
                + ProcessHandle.current()
                        .children()
                        .flatMap(child -> child.info().totalCpuDuration().stream())
                        .mapToDouble(duration -> duration.toNanos() / 1e9)
                        .sum();
    }

    private static String peakMemory() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .findFirst()
                .orElse("unknown");
    }
}
