package dev.mediagen.gateway.api;

import com.mongodb.client.model.Filters;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bson.conversions.Bson;

/// Where the next page of a list begins that is sorted newest first. What is added meanwhile moves nothing.
///
/// @param at of the last line of this page
/// @param id of the last line of this page
public record Cursor(Instant at, String id) {
    /// @throws ProblemException 400
    public static Cursor of(String text) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
            throw ProblemException.invalid("cursor", "is not one that was given");
        }
    }

    public String text() {
        byte[] bytes = "%d %s".formatted(at.toEpochMilli(), id).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// @param field of the time
    public Bson after(String field) {
        var date = Date.from(at);
        return Filters.or(Filters.lt(field, date), Filters.and(Filters.eq(field, date), Filters.lt("_id", id)));
    }
}
