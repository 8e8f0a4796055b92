package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.local.servers.RunningServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// `deploy/local/drill NAME|all`: kills a process in the middle of a story, starts it again with its printed command,
/// and checks that the story completes, once.
final class Drill {
    private static final String USAGE = "deploy/local/drill NAME...|all, where NAME is one of ";
    private static final Duration MIDDLE = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(120);
    private static final int TRIES = 3;

    private final StackState state;
    private final GatewayClient gateway;

    private Drill(StackState state) {
        this.state = state;
        this.gateway = new GatewayClient(state.gateway(), state.apiKey());
    }

    /// @param detail figures, or what was wrong
    record Outcome(boolean passed, String detail, double seconds) {}

    private interface Exercise {
        Outcome run() throws IOException, InterruptedException;
    }

    private Map<String, Exercise> exercises() {
        var exercises = new LinkedHashMap<String, Exercise>();
        exercises.put("media-gateway", () -> interrupted("media-gateway", false, Drill::isRunning));
        exercises.put("tts-service", () -> interrupted("tts-service", false, Drill::isRunning));
        exercises.put("image-service", () -> interrupted("image-service", false, Drill::isRunning));
        exercises.put("alignment-service", () -> interrupted("alignment-service", false, Drill::isAligning));
        exercises.put("storage-service", () -> interrupted("storage-service", false, Drill::isRunning));
        exercises.put("kafka", () -> interrupted("kafka", false, Drill::isRunning));
        exercises.put("s3", () -> interrupted("s3", false, Drill::isRunning));
        exercises.put("wipe-kafka", () -> interrupted("kafka", true, Drill::isRunning));
        exercises.put("takeover", () -> new TakeOver(state, gateway).run());
        return exercises;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Console console = Console.ofProcess();
        var names = List.of(args);
        var known = List.copyOf(new Drill(none()).exercises().keySet());
        if (names.isEmpty() || !(names.equals(List.of("all")) || known.containsAll(names))) {
            console.say(USAGE + String.join(", ", known));
            System.exit(2);
        }
        boolean passed = runAll(names.equals(List.of("all")) ? known : names, console);
        System.exit(passed ? 0 : 1);
    }

    private static StackState none() {
        return new StackState("http://127.0.0.1", List.of(), "", "", "", "", null, "", Map.of());
    }

    private static boolean runAll(List<String> names, Console console) throws IOException, InterruptedException {
        console.say("| drill | passed | seconds from kill to completion | detail |%n|---|---|---|---|".formatted());
        boolean passed = true;
        for (String name : names) {
            Outcome outcome = runOne(name);
            passed &= outcome.passed();
            console.say(
                    "| %s | %s | %.1f | %s |",
                    name, outcome.passed() ? "yes" : "NO", outcome.seconds(), outcome.detail());
        }
        return passed;
    }

    private static Outcome runOne(String name) throws IOException, InterruptedException {
        Project project = Project.fromSystemProperty();
        Path data = Files.createTempDirectory("mediagen-drill-");
        var arguments = List.of("--no-story", "--port", "0", "--workers", name.equals("takeover") ? "2" : "1");
        Options options = Options.parse(arguments, project.root()).withData(data);
        Outcome outcome;
        try (LocalStack stack = LocalStack.start(options, project, Environment.ofProcess(), Console.silent())) {
            outcome = new Drill(stack.state()).exercises().get(name).run();
        } catch (StackError e) {
            outcome = new Outcome(false, e.getMessage(), 0);
        }
        if (outcome.passed()) {
            RunningServers.delete(data);
        }
        return outcome.passed()
                ? outcome
                : new Outcome(false, outcome.detail() + "; data kept in " + data, outcome.seconds());
    }

    private Outcome interrupted(String process, boolean wipe, java.util.function.Predicate<JsonNode> middle)
            throws IOException, InterruptedException {
        WatchedStory warm = WatchedStory.start(gateway, "A first story so that everything is loaded");
        var wrong = new ArrayList<>(warm.awaitEnd(END));
        try (var restart = new Restart(state);
                var stores = new Stores(state)) {
            WatchedStory story = inTheMiddle(middle);
            long killed = System.nanoTime();
            restart.kill(process);
            if (wipe) {
                RunningServers.delete(Path.of(state.data(), process));
            }
            restart.again(process);
            double back = (System.nanoTime() - killed) / 1e9;
            wrong.addAll(story.awaitEnd(END));
            double done = (System.nanoTime() - killed) / 1e9;
            wrong.addAll(stores.violations(story.id()));
            wrong.addAll(stores.orphans().stream().map(key -> "orphan " + key).toList());
            String figures = "back after %.1f s; one asset per part".formatted(back);
            return new Outcome(wrong.isEmpty(), wrong.isEmpty() ? figures : String.join("; ", wrong), done);
        }
    }

    private WatchedStory inTheMiddle(java.util.function.Predicate<JsonNode> middle)
            throws IOException, InterruptedException {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            WatchedStory story = WatchedStory.start(gateway, "The storm learns its song, try " + attempt);
            if (story.reaches(middle, MIDDLE)) {
                return story;
            }
        }
        throw new StackError("no story could be caught in the middle");
    }

    private static boolean isRunning(JsonNode generation) {
        return generation.path("progress").asInt() > 0;
    }

    private static boolean isAligning(JsonNode generation) {
        return generation.path("stage").asText().equals("alignment")
                || generation.path("status").asText().equals("aligning");
    }
}
