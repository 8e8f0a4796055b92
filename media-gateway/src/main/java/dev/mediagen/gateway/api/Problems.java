package dev.mediagen.gateway.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import software.amazon.awssdk.core.exception.SdkException;

/// Every way a request can end badly, as `application/problem+json`.
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);
    private static final MediaType TYPE = MediaType.valueOf("application/problem+json");
    private final RequestId requestId;

    Problems(RequestId requestId) {
        this.requestId = requestId;
    }

    @ServerExceptionMapper
    Response problem(ProblemException e) {
        var answer = Response.fromResponse(answer(e.status(), e.code(), e.getMessage(), e.retryable(), e.fields()));
        e.headers().forEach(answer::header);
        return answer.build();
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException e) {
        var fields = e.getConstraintViolations().stream()
                .map(Problems::field)
                .sorted((a, b) -> a.name().compareTo(b.name()))
                .toList();
        String detail = fields.stream().map(f -> f.name() + " " + f.message()).collect(Collectors.joining("; "));
        return answer(400, "VALIDATION_ERROR", detail, false, fields);
    }

    @ServerExceptionMapper({MismatchedInputException.class, JsonMappingException.class})
    Response mistyped(JsonMappingException e) {
        // our own refusals inside a field's creator keep their words
        if (e.getCause() instanceof ProblemException ours) return problem(ours);
        String name = e.getPath().stream()
                .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
                .collect(Collectors.joining("."))
                .replace(".[", "[");
        String field = name.isEmpty() ? "body" : name;
        String message = expected(e);
        return answer(
                400, "VALIDATION_ERROR", field + " " + message, false, List.of(new Problem.Field(field, message)));
    }

    @ServerExceptionMapper
    Response broken(JsonProcessingException e) {
        var where = e.getLocation();
        String message = "is not JSON"
                + (where == null ? "" : " (line %d, column %d)".formatted(where.getLineNr(), where.getColumnNr()));
        return answer(400, "VALIDATION_ERROR", "body " + message, false, List.of(new Problem.Field("body", message)));
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthorized(SecurityException e) {
        var answer = answer(401, "UNAUTHORIZED", "a valid API key or access token is needed", false, null);
        return Response.fromResponse(answer)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e) {
        return answer(403, "FORBIDDEN", "your key or token may not do that", false, null);
    }

    /// Tokens that are no good end as unauthorized; here nobody could tell.
    @ServerExceptionMapper
    Response issuer(OIDCException e) {
        LOG.errorf("access tokens: %s", e.getMessage());
        return answer(503, "NOT_READY", "the provider of access tokens does not answer", true, null);
    }

    @ServerExceptionMapper
    Response database(MongoException e) {
        LOG.errorf("database: %s", e.getMessage());
        return answer(503, "STORAGE_UNAVAILABLE", "the database does not answer", true, null);
    }

    @ServerExceptionMapper
    Response store(SdkException e) {
        LOG.errorf("object store: %s", e.getMessage());
        return answer(503, "STORAGE_UNAVAILABLE", "the object store does not answer", true, null);
    }

    @ServerExceptionMapper
    Response http(WebApplicationException e) {
        if (e.getCause() instanceof JsonMappingException mapping) return mistyped(mapping);
        if (e.getCause() instanceof JsonProcessingException json) return broken(json);
        int status = e.getResponse().getStatus();
        var reason = Response.Status.fromStatusCode(status);
        String title = reason == null ? "HTTP " + status : reason.getReasonPhrase();
        var answer = answer(status, title.toUpperCase(Locale.ROOT).replace(' ', '_'), title, status >= 500, null);
        var allowed = e.getResponse().getHeaderString("Allow");
        return allowed == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allowed).build();
    }

    @ServerExceptionMapper
    Response unexpected(RuntimeException e) {
        LOG.errorf(e, "request %s failed", requestId.value());
        return answer(500, "UNEXPECTED", "unexpected failure; the request id finds it in the log", true, null);
    }

    private Response answer(int status, String code, String detail, boolean retryable, List<Problem.Field> fields) {
        var reason = Response.Status.fromStatusCode(status);
        String title = reason == null ? "Error" : reason.getReasonPhrase();
        var problem = new Problem(
                "about:blank", title, status, detail, code, retryable, fields, requestId.value(), null, null);
        var answer = Response.status(status).type(TYPE).entity(problem);
        return status == 503 ? answer.header("Retry-After", 2).build() : answer.build();
    }

    /// The path of a violation starts with the method and its parameter.
    private static Problem.Field field(ConstraintViolation<?> violation) {
        String name = StreamSupport.stream(violation.getPropertyPath().spliterator(), false)
                .skip(2)
                .map(Object::toString)
                .collect(Collectors.joining("."))
                .replace(".<list element>", "");
        return new Problem.Field(name.isEmpty() ? "body" : name, violation.getMessage());
    }

    private static String expected(JsonMappingException e) {
        if (!(e instanceof MismatchedInputException mismatch) || mismatch.getTargetType() == null)
            return "has the wrong form";
        Class<?> target = mismatch.getTargetType();
        if (target.isEnum()) {
            String allowed = Arrays.stream(target.getEnumConstants())
                    .map(c -> c.toString().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "));
            return "must be one of " + allowed;
        }
        if (target == String.class) return "must be a string";
        if (target == Boolean.class || target == boolean.class) return "must be true or false";
        if (target == Integer.class || target == int.class) return "must be an integer";
        if (Number.class.isAssignableFrom(target) || target.isPrimitive()) return "must be a number";
        if (java.util.Collection.class.isAssignableFrom(target)) return "must be an array";
        return e instanceof InvalidFormatException ? "has the wrong form" : "must be an object";
    }
}
