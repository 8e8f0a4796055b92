package dev.mediagen.alignment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.CharacterTimings;
import dev.mediagen.contracts.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads timings in either form: `arrays` (three lists) or `raw` (`{characters:[{char,start,end}]}`).
final class TimingsJson {
    private TimingsJson() {}

    static CharacterTimings read(Path file) throws IOException {
        JsonNode json = ContractJson.mapper().readTree(Files.readAllBytes(file));
        JsonNode characters = json.path("characters");
        return characters.path(0).isObject()
                ? raw(characters)
                : ContractJson.mapper().treeToValue(json, CharacterTimings.class);
    }

    private static CharacterTimings raw(JsonNode characters) {
        List<String> texts = new ArrayList<>();
        List<Double> starts = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (JsonNode character : characters) {
            texts.add(character.path("char").asText(""));
            starts.add(number(character.path("start")));
            ends.add(number(character.path("end")));
        }
        return new CharacterTimings(texts, starts, ends);
    }

    private static Double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : null;
    }
}
