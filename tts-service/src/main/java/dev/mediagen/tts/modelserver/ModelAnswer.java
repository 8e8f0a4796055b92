package dev.mediagen.tts.modelserver;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mediagen.contracts.FailureCode;
import dev.mediagen.worker.http.OutboundAnswer;
import dev.mediagen.worker.parts.ProviderException;
import java.net.URI;
import java.util.regex.Pattern;

/// What a model server says once it has made something.
///
/// @param key of the object in the bucket we share
/// @param url of the same object, signed for an hour; null when it gives none that can be read
record ModelAnswer(String key, URI url) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}\\.wav");

    /// @throws ProviderException QUALITY_REJECTED when it names no object of that server's own
    static ModelAnswer of(ModelRoute route, OutboundAnswer answer) throws ProviderException {
        var json = answer.json();
        String key = json.path("s3_key").asText("");
        boolean own = key.startsWith(route.outputs())
                && NAME.matcher(key.substring(route.outputs().length())).matches();
        if (!own)
            throw new ProviderException(
                            FailureCode.QUALITY_REJECTED, route.server() + " did not say which object it made")
                    .costly();
        return new ModelAnswer(key, url(json.path("audio_url")));
    }

    private static URI url(JsonNode value) {
        try {
            var url = URI.create(value.asText(""));
            return ModelRoute.isHttp(url) && url.getUserInfo() == null ? url : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
