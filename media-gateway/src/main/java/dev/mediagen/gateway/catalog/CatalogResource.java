package dev.mediagen.gateway.catalog;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/api/image")
@Tag(name = "catalog")
@PermitAll
@RunOnVirtualThread
class CatalogResource {
    private static final String FOR_AN_HOUR = "public, max-age=3600";
    private final Styles styles;

    CatalogResource(Styles styles) {
        this.styles = styles;
    }

    record Size(int width, int height, String description) {}

    record StyleList(List<String> styles) {}

    @GET
    @Path("/sizes")
    @Operation(summary = "The six image sizes by name")
    public Response sizes(@Context Request request) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        for (var preset : ImageSize.Preset.values())
            sizes.put(preset.json(), new Size(preset.width, preset.height, preset.description));
        return cacheable(request, sizes);
    }

    @GET
    @Path("/styles")
    @Operation(summary = "Art styles for prompts and stories")
    public Response styles(@Context Request request) {
        var names = new StyleList(styles.names());
        return names.styles().isEmpty()
                ? Response.ok(names).header("Cache-Control", "no-store").build()
                : cacheable(request, names);
    }

    private static Response cacheable(Request request, Object body) {
        var tag = new EntityTag(Integer.toHexString(body.hashCode()));
        var unchanged = request.evaluatePreconditions(tag);
        var answer = unchanged == null ? Response.ok(body) : unchanged;
        return answer.tag(tag).header("Cache-Control", FOR_AN_HOUR).build();
    }
}
