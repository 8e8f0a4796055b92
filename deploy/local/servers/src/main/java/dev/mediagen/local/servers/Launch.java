package dev.mediagen.local.servers;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process that can be started, by [ChildProcess] or by hand.
///
/// @param name        what people call it, e.g. `kafka` or `media-gateway`
/// @param port        the port it will listen on
/// @param environment what it needs besides the inherited environment
/// @param command     program and arguments, with absolute paths
/// @param log         where its output is appended
public record Launch(String name, int port, Map<String, String> environment, List<String> command, Path log) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+");

    public Launch {
        environment = Map.copyOf(environment);
        command = List.copyOf(command);
    }

    /// The same start as one line for a shell.
    public String shellLine() {
        Stream<String> assignments = environment.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getKey() + "=" + quoted(entry.getValue()));
        Stream<String> program = command.stream().map(Launch::quoted);
        Stream<String> line = environment.isEmpty()
                ? program
                : Stream.of(Stream.of("env"), assignments, program).flatMap(part -> part);
        return line.collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
