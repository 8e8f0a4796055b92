package dev.mediagen.gateway.uploads;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.mediagen.gateway.access.Caller;
import dev.mediagen.gateway.api.Warnings;
import dev.mediagen.gateway.assets.Delivery;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/uploads")
@Tag(name = "assets")
@Authenticated
@RunOnVirtualThread
class UploadsResource {
    private static final long MOST_BYTES = 50L * 1024 * 1024;
    private static final Duration URL_VALID = Duration.ofMinutes(15);
    private final Uploads uploads;
    private final Delivery delivery;
    private final SecurityIdentity identity;
    private final Warnings warnings;

    UploadsResource(Uploads uploads, Delivery delivery, SecurityIdentity identity, Warnings warnings) {
        this.uploads = uploads;
        this.delivery = delivery;
        this.identity = identity;
        this.warnings = warnings;
    }

    /// @param size bytes of the file
    record UploadRequest(
            @JsonAlias("content_type")
            @NotNull
            @Schema(type = SchemaType.STRING, examples = "audio/mpeg", implementation = String.class)
            UploadType contentType,

            @NotNull @Min(1) @Max(MOST_BYTES) Long size) {}

    /// @param headers to be sent with the PUT exactly as they are
    /// @param expiresAt until when the PUT may begin
    record UploadView(
            String uploadId,
            String s3Key,
            String uploadUrl,
            Map<String, String> headers,
            Instant expiresAt,
            List<String> warnings) {}

    @POST
    @Operation(
            summary = "A place to put a recording or an image",
            description = "PUT the file to `uploadUrl` with exactly `headers`; then refer to `uploadId` or `s3Key`.")
    @APIResponseSchema(value = UploadView.class, responseCode = "201")
    @APIResponse(responseCode = "429", description = "the caller has too many uploads; Retry-After says when to ask")
    public Response announce(@Valid @NotNull UploadRequest body) {
        var upload = uploads.announced(Caller.of(identity), body.contentType(), body.size());
        var put = delivery.put(upload.key(), body.contentType().mediaType(), body.size(), URL_VALID);
        var view = new UploadView(upload.id(), upload.key(), put.url(), put.headers(), put.expiresAt(), warnings.all());
        return Response.status(201).entity(view).build();
    }
}
