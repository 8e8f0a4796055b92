package dev.mediagen.alignment.captions.formats;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Parsers that others wrote, from npm: exactly the versions and hashes of `package-lock.json`, installed below
/// `target/` once. Without node, or without them and a network to fetch them, the test that asks is skipped.
final class NpmParsers {
    private static final Path FOLDER = Path.of("target", "caption-parsers").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "read.js");

    private NpmParsers() {}

    /// @return what `read.js` says of each `.vtt` and `.ttml` file in the folder
    static JsonNode read(Path folder) throws IOException, InterruptedException {
        install();
        Path out = FOLDER.resolve("found.json");
        int code = run(out, "node", "read.js", folder.toAbsolutePath().toString());
        if (code != 0) {
            throw new AssertionError(Files.readString(out));
        }
        return new ObjectMapper().readTree(out.toFile());
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : FILES) {
            try (var in = NpmParsers.class.getResourceAsStream("/captions/npm/" + file)) {
                Files.write(FOLDER.resolve(file), in.readAllBytes());
            }
        }
        Path log = FOLDER.resolve("install.log");
        assumeTrue(run(log, "node", "--version") == 0, "skipped: node is not installed");
        boolean there = Files.isDirectory(FOLDER.resolve("node_modules/webvtt-parser"))
                && Files.isDirectory(FOLDER.resolve("node_modules/imsc"));
        boolean installed = there || run(log, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0;
        assumeTrue(installed, () -> "skipped: npm could not fetch the parsers, see " + log);
    }

    /// @return -1 when there is no such program
    private static int run(Path output, String... command) throws InterruptedException {
        try {
            File file = output.toFile();
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(file)
                    .redirectError(new File(file + ".err"))
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(String.join(" ", command) + " does not end");
            }
            return process.exitValue();
        } catch (IOException absent) {
            return -1;
        }
    }
}
