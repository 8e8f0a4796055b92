package dev.mediagen.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

/// One headline becomes one narrated and captioned story, through the gateway's REST interface alone.
final class Story {
    static final Set<String> TERMINAL = Set.of("completed", "partial", "failed", "cancelled", "expired");

    private static final Duration POLL = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final GatewayClient gateway;
    private final DataDirectory data;
    private final Console console;

    Story(StackState state, DataDirectory data, Console console) {
        this.gateway = new GatewayClient(state.gateway(), state.apiKey());
        this.data = data;
        this.console = console;
    }

    /// Makes the story, fetches all of it and says where it is.
    ///
    /// @return whether it is complete
    boolean tell(String headline) throws IOException, InterruptedException {
        console.say("");
        console.say("Making a story of \"%s\"", headline);
        long began = System.nanoTime();
        JsonNode started = gateway.startStory(headline, headline);
        JsonNode generation = awaitEnd(started.path("id").asText(), began);
        if (!generation.path("status").asText().equals("completed")) {
            JsonNode error = generation.path("error");
            console.say(
                    "The story is %s: %s %s",
                    generation.path("status").asText(),
                    error.path("code").asText("no reason given"),
                    error.path("message").asText(""));
            return false;
        }
        console.say("The story is complete after %.1f s", (System.nanoTime() - began) / 1e9);
        keep(generation);
        return true;
    }

    private JsonNode awaitEnd(String id, long began) throws IOException, InterruptedException {
        while (System.nanoTime() - began < PATIENCE.toNanos()) {
            JsonNode generation = gateway.generation(id);
            String status = generation.path("status").asText();
            console.passing("  %-10s %-10s %3d %%"
                    .formatted(
                            status,
                            generation.path("stage").asText(""),
                            generation.path("progress").asInt()));
            if (TERMINAL.contains(status)) {
                return generation;
            }
            Thread.sleep(POLL);
        }
        throw new StackError("the story %s has not ended after %d minutes".formatted(id, PATIENCE.toMinutes()));
    }

    private void keep(JsonNode generation) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(data.story(generation.path("id").asText()));
        JsonNode result = generation.path("result");
        JsonNode audio = result.path("audio");
        fetch("image", result.path("image").path("url"), folder, "image");
        fetch("audio", audio.path("url"), folder, "audio");
        fetch("captions", audio.path("captions").path("vtt"), folder, "captions.vtt");
        fetch("captions", audio.path("captions").path("srt"), folder, "captions.srt");
        fetch("timings", audio.path("alignmentUrl"), folder, "alignment.json");
        Path all = folder.resolve("generation.json");
        ContractJson.mapper().writerWithDefaultPrettyPrinter().writeValue(all.toFile(), generation);
        generation.path("warnings").forEach(warning -> console.say("  note      %s", text(warning)));
    }

    private void fetch(String what, JsonNode url, Path folder, String name) throws IOException, InterruptedException {
        if (!url.isTextual()) {
            throw new StackError("the finished story names no URL for its " + what);
        }
        Path file = folder.resolve(name);
        String type = gateway.download(url.asText(), file);
        if (!name.contains(".")) {
            file = Files.move(
                    file,
                    folder.resolve(name + "." + extension(type)),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        console.say("  %-9s %s%n            %s", what, file, gateway.absolute(url.asText()));
    }

    private static String extension(String mediaType) {
        return switch (mediaType.replaceAll(";.*", "").strip()) {
            case "image/png" -> "png";
            case "image/webp" -> "webp";
            case "image/jpeg" -> "jpg";
            case "audio/mpeg" -> "mp3";
            case "audio/wav", "audio/x-wav" -> "wav";
            case "audio/ogg", "audio/opus" -> "opus";
            default -> "bin";
        };
    }

    private static String text(JsonNode warning) {
        return warning.isTextual() ? warning.asText() : warning.path("message").asText(warning.toString());
    }
}
