package dev.mediagen.gateway.api;

import java.util.List;

/// An error answer by RFC 9457.
///
/// @param code stable, for programs
/// @param retryable whether the same request may succeed later
/// @param generationId the generation it is about, if there is one
/// @param provider who failed, if that is known
/// @param fields what is wrong with which field; null unless the request is at fault
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        boolean retryable,
        List<Field> fields,
        String requestId,
        String generationId,
        String provider) {

    public record Field(String name, String message) {}
}
