package dev.mediagen.alignment.bench;

import dev.mediagen.alignment.AudioAligner;
import dev.mediagen.alignment.activity.SpeechActivity;
import dev.mediagen.alignment.forced.ForcedAligners;
import dev.mediagen.alignment.text.SourceText;
import dev.mediagen.alignment.text.Word;
import dev.mediagen.alignment.timings.TimedClusters;
import dev.mediagen.worker.media.Pcm;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How exact and how fast the forced aligner is: over a directory of recordings with true times, as they are and
/// after what [Condition] does to the clean ones. Prints Markdown. Started by `deploy/local/align-bench`.
public final class AlignmentBench {
    private final AudioAligner aligner;
    private final PrintStream out;
    private final Map<Condition, Errors> byCondition = new EnumMap<>(Condition.class);

    private AlignmentBench(AudioAligner aligner, PrintStream out) {
        this.aligner = aligner;
        this.out = out;
    }

    /// @param arguments directory of `<item>.flac`, `.txt` and `.gt.json`; perhaps a pattern that names conditions
    public static void main(String[] arguments) throws Exception {
        String pattern = arguments.length > 1 ? arguments[1] : ".*";
        AlignmentBench bench = new AlignmentBench(ForcedAligners.configured(), System.out);
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            List<Path> truths = files.filter(file -> file.toString().endsWith(".gt.json"))
                    .sorted()
                    .toList();
            bench.out.println(Errors.HEADER);
            for (Path truth : truths) {
                bench.run(BenchItem.read(truth), pattern);
            }
        }
        bench.byCondition.forEach((condition, errors) -> bench.out.println(errors.row(condition + " (clean items)")));
        bench.out.printf("%nPeak memory of this process: %s%n", peakMemory());
        System.exit(0);
    }

    private void run(BenchItem item, String pattern) throws InterruptedException, IOException {
        Errors own = new Errors();
        double[][] times = times(item.text(), item.audio(), item.language(), own);
        item.score(times, 1, own);
        out.println(own.row(item.id()));
        for (Condition condition : Condition.values()) {
            if (item.condition().equals("clean") && condition.name().matches(pattern)) {
                Errors errors = byCondition.computeIfAbsent(condition, _ -> new Errors());
                double[][] changed = times(item.text(), condition.apply(item.audio()), item.language(), errors);
                item.score(changed, condition.speed, errors);
            }
        }
    }

    private double[][] times(SourceText text, Pcm audio, String language, Errors errors) throws InterruptedException {
        double before = cpuSeconds();
        Optional<TimedClusters> found =
                aligner.align(text, audio, SpeechActivity.of(audio), language, ForcedAligners.SILENT);
        errors.time(cpuSeconds() - before, audio.duration());
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
