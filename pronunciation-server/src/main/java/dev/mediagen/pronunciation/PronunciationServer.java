package dev.mediagen.pronunciation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Answers one line with one line of JSON until its input ends.
///
/// | line | fields |
/// |---|---|
/// | greeting | `sampleRate`, `languages` |
/// | request | `language`, `text`, `silent` (true: no samples wanted) |
/// | answer | `words`, `phones`, `length` in samples, `samples` (16 bit little endian, base64) |
/// | answer to a bad request | `error` |
///
/// A word is the position of its first character in code points and the index of its first phone; a phone is its
/// symbol and the sample at which it begins.
final class PronunciationServer {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Espeak espeak;

    private PronunciationServer(Espeak espeak) {
        this.espeak = espeak;
    }

    /// @param arguments directory to unpack espeak-ng into; by default one in the home of the user
    public static void main(String[] arguments) throws IOException {
        // The library prints to the standard output now and then: nothing else may.
        PrintStream output = System.out;
        System.setOut(System.err);
        Path home = arguments.length > 0
                ? Path.of(arguments[0])
                : Path.of(System.getProperty("user.home"), ".cache", "mediagen-espeak-ng");
        PronunciationServer server = new PronunciationServer(new Espeak(Natives.find(home)));
        server.run(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), output);
    }

    private void run(BufferedReader input, PrintStream output) throws IOException {
        send(output, greeting());
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            send(output, answer(line));
        }
    }

    private static void send(PrintStream output, ObjectNode json) throws IOException {
        output.write(JSON.writeValueAsBytes(json));
        output.write('\n');
        output.flush();
    }

    private ObjectNode greeting() {
        ObjectNode greeting = JSON.createObjectNode().put("sampleRate", espeak.sampleRate());
        espeak.languages().forEach(greeting.putArray("languages")::add);
        return greeting;
    }

    private ObjectNode answer(String line) {
        try {
            JsonNode request = JSON.readTree(line);
            Utterance said = espeak.say(
                    request.path("language").asText(), request.path("text").asText());
            return answer(said, request.path("silent").asBoolean());
        } catch (IOException | RuntimeException e) {
            return JSON.createObjectNode().put("error", String.valueOf(e.getMessage()));
        }
    }

    private static ObjectNode answer(Utterance said, boolean silent) {
        ObjectNode answer = JSON.createObjectNode();
        ArrayNode words = answer.putArray("words");
        said.words().forEach(word -> words.addArray().add(word.position()).add(word.phone()));
        ArrayNode phones = answer.putArray("phones");
        said.phones().forEach(phone -> phones.addArray().add(phone.symbol()).add(phone.sample()));
        answer.put("length", said.samples().length);
        return silent ? answer : answer.put("samples", bytes(said.samples()));
    }

    private static byte[] bytes(short[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        return bytes.array();
    }
}
