package dev.mediagen.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What `deploy/local/up` was asked for.
///
/// @param port  the first gateway's; 0 takes any free one
/// @param state where to describe the running stack as JSON
public record Options(
        String headline,
        boolean once,
        boolean story,
        int port,
        Path data,
        Optional<Path> state,
        int gateways,
        int workers,
        boolean help) {
    private static final String HEADLINE = "A lighthouse keeper teaches the storm to sing";
    private static final int MOST_REPLICAS = 9;

    /// The help text, which the shell script prints from the same file.
    static String usage() {
        try (var text = Options.class.getResourceAsStream("/usage.txt")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @param root the project's directory, which defaults are relative to
    /// @throws UsageError naming what is wrong
    static Options parse(List<String> arguments, Path root) {
        var options =
                new Options(null, false, true, 8080, root.resolve("deploy/local/.data"), Optional.empty(), 1, 1, false);
        Deque<String> rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        return options.headline == null ? options.withHeadline(HEADLINE) : options;
    }

    private Options with(String argument, Deque<String> rest) {
        return switch (argument) {
            case "--once" -> new Options(headline, true, story, port, data, state, gateways, workers, help);
            case "--no-story" -> new Options(headline, once, false, port, data, state, gateways, workers, help);
            case "--help", "-h" -> new Options(headline, once, story, port, data, state, gateways, workers, true);
            case "--port" -> withPort(number(argument, rest, 0, 65_535));
            case "--data" -> withData(Path.of(value(argument, rest)));
            case "--state" -> withState(Path.of(value(argument, rest)));
            case "--gateways" -> withGateways(number(argument, rest, 1, MOST_REPLICAS));
            case "--workers" -> withWorkers(number(argument, rest, 1, MOST_REPLICAS));
            case "--oidc" -> throw new UsageError("--oidc is not available yet; it comes with a later version");
            default -> withHeadlineArgument(argument);
        };
    }

    private Options withHeadlineArgument(String argument) {
        if (argument.startsWith("-")) {
            throw new UsageError("unknown option " + argument);
        }
        if (headline != null) {
            throw new UsageError("two headlines: put one in quotes, or drop \"" + argument + "\"");
        }
        if (argument.isBlank()) {
            throw new UsageError("the headline is blank");
        }
        return withHeadline(argument);
    }

    private Options withHeadline(String text) {
        return new Options(text, once, story, port, data, state, gateways, workers, help);
    }

    Options withPort(int number) {
        return new Options(headline, once, story, number, data, state, gateways, workers, help);
    }

    Options withData(Path directory) {
        return new Options(
                headline, once, story, port, directory.toAbsolutePath().normalize(), state, gateways, workers, help);
    }

    Options withState(Path file) {
        var absolute = Optional.of(file.toAbsolutePath().normalize());
        return new Options(headline, once, story, port, data, absolute, gateways, workers, help);
    }

    private Options withGateways(int count) {
        return new Options(headline, once, story, port, data, state, count, workers, help);
    }

    Options withWorkers(int count) {
        return new Options(headline, once, story, port, data, state, gateways, count, help);
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new UsageError(option + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int number(String option, Deque<String> rest, int least, int most) {
        String value = value(option, rest);
        try {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UsageError("%s needs a number, not \"%s\"".formatted(option, value));
        }
        throw new UsageError("%s must be %d to %d, not %s".formatted(option, least, most, value));
    }
}
