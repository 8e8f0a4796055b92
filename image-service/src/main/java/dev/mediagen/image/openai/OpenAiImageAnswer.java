package dev.mediagen.image.openai;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mediagen.contracts.ContractJson;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.parts.ProviderException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The answer of an image call, `{"data":[{"b64_json":…}|{"url":…}]}`, read from disk to disk: a picture is never in
/// memory as a text.
final class OpenAiImageAnswer {
    private static final int MOST_URL = 4096;

    private OpenAiImageAnswer() {}

    /// Writes the first picture into a file, or tells where it is.
    ///
    /// @param target is written unless an address is returned
    /// @throws ProviderException QUALITY_REJECTED when there is no picture in the answer
    static Optional<URI> unpack(Path answer, Path target) throws ProviderException {
        try (var json = ContractJson.mapper().createParser(answer.toFile())) {
            while (json.nextToken() != null) {
                if (json.currentToken() != JsonToken.VALUE_STRING) continue;
                var place = json.getParsingContext().pathAsPointer().toString();
                if (place.equals("/data/0/b64_json")) return decode(json, target);
                if (place.equals("/data/0/url")) return Optional.of(address(json));
            }
            throw rejected(null);
        } catch (IOException | IllegalArgumentException e) {
            throw rejected(e);
        }
    }

    private static Optional<URI> decode(JsonParser json, Path target) throws IOException, ProviderException {
        try (var out = Files.newOutputStream(target)) {
            if (json.readBinaryValue(out) == 0) throw rejected(null);
        }
        return Optional.empty();
    }

    private static URI address(JsonParser json) throws IOException {
        var text = json.getText();
        if (text.length() > MOST_URL) throw new IllegalArgumentException("too long");
        return URI.create(text);
    }

    private static ProviderException rejected(Exception cause) {
        return new ProviderException(FailureCode.QUALITY_REJECTED, "openai: answered without a picture", cause)
                .costly();
    }
}
