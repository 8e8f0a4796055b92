package dev.mediagen.gateway;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// The npm package `standardwebhooks`, exactly the version and hash of `package-lock.json`, installed below
/// `target/` once. Without node, or without it and a network to fetch it, the test that asks is skipped.
final class NpmVerifier {
    private static final Path FOLDER = Path.of("target", "webhook-checks").toAbsolutePath();

    private NpmVerifier() {}

    record Claim(String secret, Map<String, String> headers, String body) {}

    /// @return of each whether it is `genuine`, and its `payload`
    static JsonNode verify(List<Claim> claims) throws IOException, InterruptedException {
        install();
        var json = new ObjectMapper();
        Path in = FOLDER.resolve("claims.json");
        Path out = FOLDER.resolve("found.json");
        json.writeValue(in.toFile(), claims);
        if (run(out, "node", "verify.js", in.toString()) != 0)
            throw new AssertionError(Files.readString(Path.of(out + ".err")));
        return json.readTree(out.toFile());
    }

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(FOLDER);
        for (String file : List.of("package.json", "package-lock.json", "verify.js")) {
            try (var in = NpmVerifier.class.getResourceAsStream("/webhooks/npm/" + file)) {
                Files.write(FOLDER.resolve(file), in.readAllBytes());
            }
        }
        Path log = FOLDER.resolve("install.log");
        assumeTrue(run(log, "node", "--version") == 0, "skipped: node is not installed");
        boolean there = Files.isDirectory(FOLDER.resolve("node_modules/standardwebhooks"));
        boolean installed = there || run(log, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund") == 0;
        assumeTrue(installed, () -> "skipped: npm could not fetch standardwebhooks, see " + log);
    }

    /// @return -1 when there is no such program
    private static int run(Path output, String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(FOLDER.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(new File(output + ".err"))
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
