package dev.mediagen.alignment.elevenlabs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mediagen.alignment.elevenlabs.StubElevenLabs.Answer;
import dev.mediagen.contracts.ContractJson;

/// Answers as ElevenLabs gives them (API reference, 20 Nov 2026).
final class Answers {
    private Answers() {}

    /// One entry for each UTF-16 code unit, at an even pace; words by spaces.
    static String steady(String text, double pace, double loss) {
        var json = ContractJson.mapper().createObjectNode();
        var characters = json.putArray("characters");
        for (int i = 0; i < text.length(); i++) {
            add(characters, text.substring(i, i + 1), i * pace, (i + 1) * pace, null);
        }
        var words = json.putArray("words");
        int at = 0;
        for (String word : text.split("(?<= )")) {
            add(words, word.strip(), at * pace, (at + word.length()) * pace, loss);
            at += word.length();
        }
        json.put("loss", loss);
        Contract.ALIGNMENT_ANSWER.check(json.toString());
        return escaped(json);
    }

    /// Half a surrogate pair has no UTF-8 of its own.
    private static String escaped(JsonNode json) {
        try {
            return ContractJson.mapper()
                    .writer()
                    .with(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(ArrayNode list, String text, double start, double end, Double loss) {
        var piece = list.addObject().put("text", text).put("start", start).put("end", end);
        if (loss != null) piece.put("loss", loss);
    }

    static Answer of(String json) {
        return Answer.of(200, json).with("content-type", "application/json");
    }
}
