package dev.mediagen.image.fal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.util.List;

/// fal's words on the wire.
final class FalImagePayload {
    private FalImagePayload() {}

    /// What is asked of a FLUX model. None of them knows a negative prompt; only text to image knows `imageSize`,
    /// only image to image `imageUrl` and `strength`.
    ///
    /// @param imageSize a preset's name or a [Size]
    /// @param seed may exceed 64 bits
    record Input(
            String prompt,
            @JsonProperty("image_url") String imageUrl,
            Double strength,
            @JsonProperty("image_size") Object imageSize,
            @JsonProperty("num_inference_steps") int steps,
            @JsonProperty("guidance_scale") double guidanceScale,
            BigInteger seed,
            @JsonProperty("num_images") int images,
            @JsonProperty("enable_safety_checker") boolean safetyChecker,
            @JsonProperty("output_format") String outputFormat) {}

    record Size(int width, int height) {}

    /// The answer to a submission. Its URLs are the vendor's word: [FalHosts] decides whether they get the key.
    record Submitted(
            @JsonProperty("request_id") String requestId,
            @JsonProperty("status_url") String statusUrl,
            @JsonProperty("response_url") String responseUrl,
            @JsonProperty("cancel_url") String cancelUrl) {}

    /// Where a job is. There is no state for failure: it is COMPLETED with an error.
    ///
    /// @param error text, or whatever the model gave
    record Status(
            String status,
            Object error,
            @JsonProperty("error_type") String errorType) {
        boolean completed() {
            return "COMPLETED".equals(status);
        }

        boolean running() {
            return "IN_PROGRESS".equals(status);
        }

        boolean failed() {
            return error != null || errorType != null;
        }
    }

    /// What a FLUX model gives.
    ///
    /// @param flagged per picture, whether the safety checker blackened it
    record Output(
            List<Picture> images,
            BigInteger seed,
            @JsonProperty("has_nsfw_concepts") List<Boolean> flagged) {
        boolean empty() {
            return images == null
                    || images.isEmpty()
                    || images.getFirst() == null
                    || images.getFirst().url() == null;
        }

        boolean unsafe() {
            return flagged != null && flagged.contains(true);
        }
    }

    record Picture(String url) {}

    /// What a webhook says. Its payload is not read: the result is asked for with our key.
    ///
    /// @param gatewayRequestId another one after each of fal's own tries
    record Notice(
            @JsonProperty("request_id") String requestId,
            @JsonProperty("gateway_request_id") String gatewayRequestId,
            String status) {
        /// Whether it is about the job that its header names.
        boolean named(String header) {
            return requestId != null && (requestId.equals(header) || header.equals(gatewayRequestId));
        }
    }
}
