package dev.mediagen.alignment.forced.espeak;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/// One running pronunciation server: a line of JSON in, a line of JSON out. For one caller at a time.
final class EspeakProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;
    private static final String END = "";

    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private EspeakProcess(Process process) {
        this.process = process;
        Thread.ofPlatform().daemon().name("espeak-reader").start(this::read);
    }

    static EspeakProcess start(List<String> command) throws IOException {
        return new EspeakProcess(
                new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(lines::add);
        } catch (IOException | RuntimeException e) {
            process.destroy();
        } finally {
            lines.add(END);
        }
    }

    /// The next line; the first one of a process is its greeting.
    JsonNode answer() throws IOException, InterruptedException {
        String line = lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (line == null || line.equals(END)) {
            close();
            throw new IOException(line == null ? "The pronunciation server hangs" : "The pronunciation server ended");
        }
        JsonNode answer = ContractJson.mapper().readTree(line);
        if (answer.has("error")) {
            throw new IOException(
                    "The pronunciation server says: " + answer.path("error").asText());
        }
        return answer;
    }

    JsonNode ask(String language, String text, boolean silent) throws IOException, InterruptedException {
        OutputStream input = process.getOutputStream();
        input.write(
                ContractJson.mapper().writeValueAsBytes(Map.of("language", language, "text", text, "silent", silent)));
        input.write('\n');
        input.flush();
        return answer();
    }

    boolean alive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
