package dev.mediagen.image.openai;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vertx.ext.web.multipart.MultipartForm;

/// Bodies on the wire.
final class OpenAiImagePayload {
    private OpenAiImagePayload() {}

    /// Body of `POST /images/generations`. What a server does not know is null.
    ///
    /// @param size `WxH`
    /// @param quality `low`, `medium`, `high` or `auto`; OpenAI only
    /// @param moderation `auto` or `low`; OpenAI only
    /// @param responseFormat OpenAI always answers with base64 and no longer takes it
    /// @param step LocalAI only
    /// @param seed LocalAI only
    record Generate(
            String model,
            String prompt,
            int n,
            String size,
            String quality,
            String moderation,
            @JsonProperty("response_format") String responseFormat,
            Integer step,
            Integer seed) {

        /// The fields that `POST /images/edits` has too; the picture is still to be added.
        MultipartForm edit() {
            var form = MultipartForm.create()
                    .attribute("prompt", prompt)
                    .attribute("n", String.valueOf(n))
                    .attribute("size", size);
            if (model != null) form.attribute("model", model);
            if (quality != null) form.attribute("quality", quality);
            if (responseFormat != null) form.attribute("response_format", responseFormat);
            return form;
        }
    }
}
