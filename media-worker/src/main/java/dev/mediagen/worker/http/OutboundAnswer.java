package dev.mediagen.worker.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.mediagen.contracts.ContractJson;
import io.vertx.core.MultiMap;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// What the server said.
///
/// @param status HTTP status
/// @param body its bytes; of a successful download empty, since they are in the file
public record OutboundAnswer(int status, MultiMap headers, byte[] body) {

    public boolean ok() {
        return status / 100 == 2;
    }

    /// First value of a header, whatever its case.
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /// The body as JSON; a missing node when it is none.
    public JsonNode json() {
        try {
            var node = ContractJson.mapper().readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (IOException e) {
            return MissingNode.getInstance();
        }
    }

    /// `Retry-After` in seconds or as a date, or null when there is none that makes sense.
    public Duration retryAfter() {
        String value = headers.get("Retry-After");
        if (value == null) return null;
        try {
            if (value.matches("\\d{1,9}")) return Duration.ofSeconds(Long.parseLong(value));
            var at = ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            var wait = Duration.between(Instant.now(), at);
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
